import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  createIssuer,
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
