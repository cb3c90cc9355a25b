import '#tests/support/database.ts';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerDidDocument, answerKeySet } from '#server/api/http/key-endpoint.ts';
import { installationDid, listSigningKeys, signAsInstallation } from '#server/platform/signing-keys.ts';
import { query } from '#tests/support/database.ts';

const now = new Date('2026-11-20T10:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const typ = 'test+jwt';

async function publishedSet() {
  return createLocalJWKSet(await (await answerKeySet()).json());
}

beforeEach(async () => {
  await query('delete from signing_key');
});

describe('a key of the installation', () => {
  it('is made once, however many ask at the same moment', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 8 }, (_, number) => signAsInstallation({ number }, { typ, now })),
    );
    expect(new Set(tokens.map((token) => decodeProtectedHeader(token).kid)).size).toBe(1);
    expect(await listSigningKeys()).toHaveLength(1);
  });

  it('signs what others check with the published set alone', async () => {
    const token = await signAsInstallation({ iss: 'us', answer: 42 }, { typ, now });
    const { payload } = await jwtVerify(token, await publishedSet(), { typ, algorithms: ['ES256'] });
    expect(payload).toEqual({ iss: 'us', answer: 42 });
    const [head = '', body = '', signature = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify({ iss: 'us', answer: 43 })).toString('base64url');
    await expect(compactVerify([head, other, signature].join('.'), await publishedSet())).rejects.toThrow();
    expect(body).not.toBe(other);
  });

  it('retires after half a year, and what it signed still verifies', async () => {
    const before = await signAsInstallation({ n: 1 }, { typ, now });
    const after = await signAsInstallation({ n: 2 }, { typ, now: later(183) });
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    const set = await publishedSet();
    for (const token of [before, after]) await expect(jwtVerify(token, set)).resolves.toBeTruthy();
  });

  it('never shows its private part', async () => {
    await signAsInstallation({}, { typ, now });
    for (const answer of [await answerKeySet(), await answerDidDocument()])
      expect(await answer.text()).not.toContain('"d":');
  });

  it('stands in the DID document of our host, under the name that a request gives', async () => {
    const token = await signAsInstallation({}, { typ, now, asDid: true });
    const document = await (await answerDidDocument()).json();
    expect(document.id).toBe(installationDid());
    expect(document.id).toBe('did:web:localhost%3A3000');
    expect(document.authentication).toEqual([decodeProtectedHeader(token).kid]);
    expect(document.verificationMethod[0]).toMatchObject({ controller: document.id, type: 'JsonWebKey' });
  });
});
