import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { canonize } from '#server/credentials/threads/canonize.ts';

/** A credential with many tags: legal, and as long to read as one likes. */
function credential(tags: number): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:0f7f2a52-8b6a-4d0e-9a5e-1f5a3a0d0001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:web:issuer.example', type: ['Profile'] },
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:0f7f2a52-8b6a-4d0e-9a5e-1f5a3a0d0002',
        type: ['Achievement'],
        name: 'Patience',
        tag: Array.from({ length: tags }, (_, place) => `tag ${place}`),
      },
    },
  };
}

const small = 10;
const large = 1_000;

describe('canonicalising in a thread', () => {
  it('gives what canonicalising here gives, again and again in the same thread', async () => {
    const document = credential(600);
    const here = await canonize(document, small);
    expect(here.ok).toBe(true);
    for (let time = 0; time < 4; time++) expect(await canonize(document, large)).toEqual(here);
  });

  it('keeps documents apart that are asked at once', async () => {
    const documents = [510, 520, 530, 540, 550].map(credential);
    const here = await Promise.all(documents.map((document) => canonize(document, small)));
    expect(await Promise.all(documents.map((document) => canonize(document, large)))).toEqual(here);
    expect(new Set(here.map((answer) => answer.ok && answer.hash)).size).toBe(documents.length);
  });

  it('ends what takes too long, and reads the next one all the same', async () => {
    // The time it would take grows with the square: minutes on any machine, against a limit of two seconds.
    const endless = {
      ...credential(1),
      evidence: Array.from({ length: 60_000 }, () => ({ type: ['Evidence'], name: 'x' })),
    };
    expect(await canonize(endless, large)).toMatchObject({ ok: false, reason: 'too-long' });
    expect(await canonize(credential(600), large)).toMatchObject({ ok: true });
  });
});
