import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { verifyPresentation } from '#server/credentials/verify-presentation.ts';
import {
  createIssuer,
  didDocument,
  issueJwt,
  issueOb3,
  type PresentationOrder,
  presentDocument,
  presentToken,
  publicJwk,
  signCompact,
  verify,
} from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';

/*
 * Who may say of themselves that they hold a DID (verification.md §2.13). Everything is really signed; what differs from
 * the right answer is named by each row.
 */

const now = new Date('2026-11-20T10:00:00Z');
const asked = { challenge: 'mZ3dQ1cT7pX0aR5kV9bN2w', domain: 'https://assay.example' };
const order: PresentationOrder = { ...asked, created: now };

const holders = {
  'did:key': createIssuer({ kind: 'did:key', seed: 'holder' }),
  'did:jwk': createIssuer({ kind: 'did:jwk', seed: 'holder' }),
  'did:web': createIssuer({ kind: 'did:web', host: 'holder.example', slug: 'ada', seed: 'holder' }),
};
const ada = holders['did:key'];
const web = holders['did:web'];
const eve = createIssuer({ kind: 'did:key', seed: 'eve' });

/** The document of the did:web holder; `members` replace its own. */
function webDocument(members: JsonObject = {}) {
  const own = didDocument(web);
  return new Map([
    ['https://holder.example/ada/did.json', { ...own, authentication: [web.signing.methodId], ...members }],
  ]);
}

type Signed = JsonObject | string;

async function prove(signed: Signed | Promise<Signed>, documents = webDocument()) {
  const value = await signed;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return verifyPresentation(Buffer.from(text), asked, now, serve(documents));
}

/** The code of a refusal, or the holder that was proven. */
async function answerTo(signed: Signed | Promise<Signed>, documents = webDocument()): Promise<string> {
  const proof = await prove(signed, documents);
  return proof.ok ? proof.holder : proof.deciding.code;
}

describe('a presentation made for our challenge proves its holder', () => {
  it.each(Object.entries(holders))('%s, embedded proof', async (_kind, holder) => {
    expect(await answerTo(presentDocument(holder, order))).toBe(holder.id);
  });

  it.each(Object.entries(holders))('%s, token', async (_kind, holder) => {
    expect(await answerTo(presentToken(holder, order))).toBe(holder.id);
  });

  it('with the suite of 2020', async () => {
    expect(await answerTo(presentDocument(ada, { ...order, suite: 'Ed25519Signature2020' }))).toBe(ada.id);
  });

  it('without naming a holder: it is whose key signed', async () => {
    const { holder: _holder, ...rest } = await presentDocument(ada, order);
    expect(await answerTo(rest)).toBe('signature');
    const unnamed = await presentDocument(ada, { ...order, members: { holder: { id: ada.id } } });
    expect(await answerTo(unnamed)).toBe(ada.id);
  });

  it('with another algorithm of tokens', async () => {
    const holder = createIssuer({ kind: 'did:jwk', alg: 'ES256', seed: 'es' });
    expect(await answerTo(presentToken(holder, order))).toBe(holder.id);
  });

  it('and hands on what is inside, unverified', async () => {
    const badge = await issueOb3(eve, { subjectId: ada.id });
    const token = issueJwt(eve, { subjectId: ada.id });
    const enveloped = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${token}` };
    const proof = await prove(presentToken(ada, { ...order, credentials: [badge, token, enveloped] }));
    expect(proof).toMatchObject({ ok: true, credentials: [JSON.stringify(badge), token, token] });
  });
});

describe('nothing is proven by a document', () => {
  const cases: [string, () => Signed | Promise<Signed>, string][] = [
    [
      'for another challenge',
      () => presentDocument(ada, { ...order, challenge: 'x'.repeat(22) }),
      'replayed',
    ],
    [
      'for another domain',
      () => presentDocument(ada, { ...order, domain: 'https://other.example' }),
      'replayed',
    ],
    [
      'for us and somebody else',
      () => presentDocument(ada, { ...order, proof: { domain: [asked.domain, 'https://other.example'] } }),
      'replayed',
    ],
    [
      'for assertion',
      () => presentDocument(ada, { ...order, proof: { proofPurpose: 'assertionMethod' } }),
      'issuer-unbound',
    ],
    [
      'by a stranger',
      () => presentDocument(eve, { ...order, members: { holder: ada.id } }),
      'issuer-unbound',
    ],
    [
      'changed after signing',
      async () => ({ ...(await presentDocument(ada, order)), id: 'urn:uuid:1' }),
      'signature',
    ],
    [
      'that has expired',
      () => presentDocument(ada, { ...order, proof: { expires: '2026-11-20T09:59:00Z' } }),
      'expired',
    ],
    [
      'from the future',
      () => presentDocument(ada, { ...order, created: new Date('2026-11-20T10:05:00Z') }),
      'not-yet-valid',
    ],
    [
      'without a proof',
      () => ({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        holder: ada.id,
      }),
      'missing-proof',
    ],
    [
      'with a second proof',
      async () => {
        const signed = await presentDocument(ada, order);
        return { ...signed, proof: [signed.proof ?? null, signed.proof ?? null] };
      },
      'malformed',
    ],
    ['that is a credential', () => issueOb3(ada, {}), 'not-a-credential'],
    [
      'with a vocabulary of its own',
      async () => ({
        ...(await presentDocument(ada, order)),
        '@context': ['https://www.w3.org/ns/credentials/v2', { a: 'urn:a' }],
      }),
      'context-tampered',
    ],
  ];

  it.each(cases)('%s', async (_what, make, code) => {
    expect(await answerTo(make())).toBe(code);
  });
});

describe('nothing is proven by a token', () => {
  const cases: [string, () => string, string][] = [
    ['for another nonce', () => presentToken(ada, { ...order, challenge: 'x'.repeat(22) }), 'replayed'],
    ['without a nonce', () => presentToken(ada, { ...order, claims: { nonce: null } }), 'replayed'],
    [
      'for another audience',
      () => presentToken(ada, { ...order, domain: 'https://other.example' }),
      'replayed',
    ],
    [
      'for several audiences',
      () => presentToken(ada, { ...order, claims: { aud: [asked.domain, 'x'] } }),
      'replayed',
    ],
    ['by a stranger', () => presentToken(eve, { ...order, claims: { iss: ada.id } }), 'issuer-unbound'],
    [
      'that names another holder inside',
      () => presentToken(ada, { ...order, members: { holder: eve.id } }),
      'claims-mismatch',
    ],
    [
      'that has expired',
      () => presentToken(ada, { ...order, claims: { exp: now.getTime() / 1000 - 1 } }),
      'expired',
    ],
    [
      'that says it is not signed',
      () => presentToken(ada, { ...order, header: { alg: 'none' } }),
      'signature',
    ],
    [
      'with its key in the header',
      () =>
        presentToken(eve, {
          ...order,
          claims: { iss: web.id },
          header: { kid: null, jwk: publicJwk(eve.key) },
        }),
      'key-missing',
    ],
    ['of no holder', () => presentToken(web, { ...order, claims: { iss: null } }), 'key-missing'],
    [
      'that is a credential',
      () => issueJwt(ada, { subjectId: ada.id, claims: { nonce: asked.challenge, aud: asked.domain } }),
      'not-a-credential',
    ],
  ];

  it.each(cases)('%s', async (_what, make, code) => {
    expect(await answerTo(make())).toBe(code);
  });

  it('of more than a gate lets through', async () => {
    const deep = `${'['.repeat(70)}${']'.repeat(70)}`;
    const token = signCompact(ada, { alg: 'EdDSA' }, `{"vp":{"type":"VerifiablePresentation","x":${deep}}}`);
    expect(await answerTo(token)).toBe('too-large');
  });
});

describe('the holder’s own document decides', () => {
  const both = { document: () => presentDocument(web, order), token: () => presentToken(web, order) };
  it.each(Object.entries(both))(
    'a key that it lists for assertions alone proves nothing (%s)',
    async (_form, make) => {
      expect(await answerTo(make(), webDocument({ authentication: [] }))).toBe('issuer-unbound');
    },
  );

  it.each(Object.entries(both))(
    'a document that does not answer proves nothing (%s)',
    async (_form, make) => {
      expect(await answerTo(make(), new Map())).toBe('issuer-unresolvable');
    },
  );

  it('a document of somebody else proves nothing', async () => {
    expect(await answerTo(both.document(), webDocument({ id: 'did:web:other.example' }))).toBe(
      'issuer-unbound',
    );
  });

  it('a key that was revoked proves nothing', async () => {
    const [method] = didDocument(web, { revoked: '2026-01-01T00:00:00Z' }).verificationMethod as JsonObject[];
    expect(await answerTo(both.document(), webDocument({ verificationMethod: [method ?? {}] }))).toBe(
      'key-revoked',
    );
  });
});

describe('a presentation handed in like a file', () => {
  it('is verified by itself, its credentials each alone, and binds by neither challenge nor holder', async () => {
    const college = createIssuer({ kind: 'did:key', seed: 'college' });
    const good = await issueOb3(college, { subjectId: ada.id, title: 'Rope work' });
    const bad: JsonObject = { ...(await issueOb3(college, { subjectId: ada.id })), name: 'Changed' };
    const enveloped = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${issueJwt(college, {})}`,
    };
    const signed = await presentDocument(ada, { ...order, credentials: [good, bad, enveloped] });
    const report = await verify(signed, { now, emails: ['ada@example.org'] });
    expect(report).toMatchObject({ format: 'vp', verdict: 'valid', bound: 'no', skills: [] });
    expect(report.parts.map(({ verdict, code }) => [verdict, code])).toEqual([
      ['valid', null],
      ['invalid', 'signature'],
      ['valid', null],
    ]);
  });

  it('is invalid when a stranger signed it', async () => {
    const report = await verify(await presentDocument(eve, { ...order, members: { holder: ada.id } }), {
      now,
    });
    expect(report).toMatchObject({ verdict: 'invalid', code: 'issuer-unbound' });
  });

  it('opens no presentation inside a presentation', async () => {
    const inner = await presentDocument(ada, order);
    const report = await verify(await presentDocument(ada, { ...order, credentials: [inner] }), { now });
    expect(report.parts.map(({ code }) => code)).toEqual(['not-a-credential']);
  });
});
