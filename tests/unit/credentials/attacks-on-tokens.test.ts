import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  createIssuer,
  didDocument,
  issueJwt,
  judge,
  publicJwk,
  signCompact,
  verify,
} from '#tests/support/signing/index.ts';

/* Attacks on VC-JWT (verification.md §6.2 no. 14–16, §2.6), each on a token signed for the purpose. */

const issuer = createIssuer({ kind: 'did:web', seed: 'token' });
const rsa = createIssuer({ kind: 'did:web', host: 'rsa.example', alg: 'RS256', seed: 'token' });
const issuers = [issuer, rsa];
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token', () => {
  it('without or with another kind of signature is refused', async () => {
    const [, payload = '', signature = ''] = issueJwt(rsa).split('.');
    const kid = rsa.signing.methodId;
    expect(await judge(`${encode({ alg: 'none', kid })}.${payload}.`, { issuers })).toBe('invalid signature');
    const signed = `${encode({ alg: 'HS256', kid })}.${payload}`;
    const mac = createHmac('sha256', JSON.stringify(publicJwk(rsa.key)))
      .update(signed)
      .digest('base64url');
    expect(await judge(`${signed}.${mac}`, { issuers })).toBe('unknown unsupported-suite');
    expect(await judge(`${encode({ alg: 'ES256', kid })}.${payload}.${signature}`, { issuers })).toBe(
      'invalid signature',
    );
  });

  it('is not vouched for by a key that it brings along', async () => {
    const thief = createIssuer({ kind: 'did:key', seed: 'token thief' });
    const jwk = publicJwk(thief.key);
    const claimed = { ...thief, id: issuer.id };
    expect(await judge(issueJwt(claimed, { header: { kid: null, jwk } }), { issuers })).toBe(
      'invalid issuer-unbound',
    );
    expect(
      await judge(issueJwt(issuer, { header: { kid: null, jwk: publicJwk(issuer.key) } }), { issuers }),
    ).toBe('invalid issuer-unbound');
    expect(await judge(issueJwt(issuer, { header: { kid: null } }), { issuers })).toBe('valid');
    expect(await judge(issueJwt(issuer, { header: { kid: null } }))).toBe('unknown key-missing');
  });

  it.each<[string, JsonObject]>([
    ['unknown demands', { crit: ['exp2'], exp2: 1 }],
    ['an unencoded payload', { b64: false }],
    ['no algorithm', { alg: null }],
  ])('with %s is malformed', async (_what, header) => {
    expect(await judge(issueJwt(issuer, { header }), { issuers })).toBe('invalid malformed');
  });

  it('must not say a thing twice', async () => {
    const payload = '{"sub":"did:example:a","sub":"did:example:b","vc":{}}';
    expect(await judge(signCompact(issuer, { alg: 'EdDSA' }, payload), { issuers })).toBe(
      'invalid malformed',
    );
    const escaped = '{"sub":"did:example:a","s\\u0075b":"did:example:b","vc":{}}';
    expect(await judge(signCompact(issuer, { alg: 'EdDSA' }, escaped), { issuers })).toBe(
      'invalid malformed',
    );
  });

  it.each<[string, JsonObject, string]>([
    ['another issuer', { iss: 'did:web:other.example' }, 'invalid claims-mismatch'],
    ['another id', { jti: 'urn:uuid:other' }, 'invalid claims-mismatch'],
    ['no id', { jti: null }, 'invalid claims-mismatch'],
    ['another start', { nbf: 1 }, 'invalid claims-mismatch'],
    ['another subject', { sub: 'did:example:other' }, 'invalid claims-mismatch'],
    ['an end that the credential lacks', { exp: 1_700_000_000 }, 'invalid expired'],
    ['an end beyond all time', { exp: 1e12 }, 'invalid malformed'],
  ])('with %s in its claims is refused', async (_what, claims, wanted) => {
    const token = issueJwt(issuer, { subjectId: 'did:example:ada', claims });
    expect(await judge(token, { issuers })).toBe(wanted);
  });

  it('ends when the credential inside ends, though it says nothing itself', async () => {
    const order = { form: 'vc-claim', validUntil: '2020-01-01T00:00:00Z', claims: { exp: null } } as const;
    expect(await judge(issueJwt(issuer, order), { issuers })).toBe('invalid expired');
  });

  it('has the type of its form', async () => {
    expect(await judge(issueJwt(issuer, { header: { typ: 'at+jwt' } }), { issuers })).toBe(
      'invalid claims-mismatch',
    );
    expect(await judge(issueJwt(issuer, { header: { typ: null } }), { issuers })).toBe('valid');
    expect(await judge(issueJwt(issuer, { header: { typ: 'vc+jwt' } }), { issuers })).toBe('valid');
    const wrapped = issueJwt(issuer, { form: 'vc-claim', header: { typ: 'vc+jwt' } });
    expect(await judge(wrapped, { issuers })).toBe('invalid claims-mismatch');
  });

  it('is strict base64url, and the same credential in every spelling of its signature', async () => {
    const token = issueJwt(issuer);
    expect(await judge(`${token}=`, { issuers })).toMatch(/^invalid/);
    expect(await judge(token.replace('.', '.+'), { issuers })).toMatch(/^invalid/);
    const again = issueJwt(rsa, { header: { typ: null } });
    const [one, two] = await Promise.all([verify(issueJwt(rsa), { issuers }), verify(again, { issuers })]);
    expect(one.payloadHash).toBe(two.payloadHash);
  });
});

describe('the algorithms of tokens', () => {
  it.each([
    ['RS256', 'RS256'],
    ['RS256', 'PS256'],
    ['ES256', 'ES256'],
    ['ES384', 'ES384'],
    ['ES256K', 'ES256K'],
    ['EdDSA', 'EdDSA'],
  ] as const)('%s keys sign with %s, and fall with one letter changed', async (kind, alg) => {
    const own = createIssuer({ kind: 'did:web', host: 'algorithms.example', alg: kind, seed: alg });
    const token = issueJwt(own, { alg });
    expect(await judge(token, { issuers: [own] })).toBe('valid');
    const [head = '', payload = '', signature = ''] = token.split('.');
    const body = Buffer.from(payload, 'base64url').toString().replace('ladders', 'bridges');
    const bent = `${head}.${Buffer.from(body).toString('base64url')}.${signature}`;
    expect(await judge(bent, { issuers: [own] })).toBe('invalid signature');
  });

  it('do not serve keys of another kind', async () => {
    for (const kind of ['RS256', 'ES256', 'ES384', 'ES256K', 'EdDSA'] as const) {
      const own = createIssuer({ kind: 'did:web', host: 'kinds.example', alg: kind, seed: 'kinds' });
      for (const alg of ['RS256', 'PS256', 'ES256', 'ES384', 'ES256K', 'EdDSA']) {
        const fits = alg === kind || (kind === 'RS256' && alg === 'PS256');
        const wanted = fits ? 'valid' : 'invalid signature';
        expect([kind, alg, await judge(issueJwt(own, { alg }), { issuers: [own] })]).toEqual([
          kind,
          alg,
          wanted,
        ]);
      }
    }
  });

  it('refuse an RSA key that is too short, however right the signature', async () => {
    const own = createIssuer({ kind: 'did:web', host: 'short.example', alg: 'RS256', seed: 'short' });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const jwk = privateKey.export({ format: 'jwk' });
    const short = { ...own, key: { alg: 'RS256' as const, jwk } };
    const documents = new Map([[`${own.root}/did.json`, didDocument(short)]]);
    for (const alg of ['RS256', 'PS256'])
      expect(await judge(issueJwt(short, { alg }), { documents })).toBe('invalid signature');
    const honest = new Map([[`${own.root}/did.json`, didDocument(own)]]);
    expect(await judge(issueJwt(own), { documents: honest })).toBe('valid');
  });
});
