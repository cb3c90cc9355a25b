import { generateKeyPairSync } from 'node:crypto';
import { base58btc } from 'multiformats/bases/base58';
import { describe, expect, it } from 'vitest';
import { didWebUrl } from '#server/credentials/core/did-web.ts';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { startGathering } from '#server/credentials/gather/context.ts';
import { resolveIssuer } from '#server/credentials/gather/issuer.ts';
import { readJwk, readMethodKey, readMultibaseKey } from '#server/credentials/gather/keys/public-key.ts';
import { createIssuer, issueJwt, judge, publicJwk } from '#tests/support/signing/index.ts';
import type { KeyAlgorithm } from '#tests/support/signing/keys.ts';

/* Keys that stand in their DID (verification.md §3.2), and what is refused as a key at all (§6.2 no. 14, 17). */

const prefixes: Record<KeyAlgorithm, string> = {
  EdDSA: 'z6Mk',
  ES256: 'zDna',
  ES384: 'z82L',
  ES512: 'z2J9',
  ES256K: 'zQ3s',
  RS256: 'z4MX',
};
const kinds = Object.keys(prefixes) as KeyAlgorithm[];

describe('did:key and did:jwk', () => {
  it.each(kinds)('of %s sign', async (alg) => {
    const own = createIssuer({ kind: 'did:key', alg, seed: 'did-keys' });
    expect(own.id.slice('did:key:'.length)).toMatch(new RegExp(`^${prefixes[alg]}`));
    expect(await judge(issueJwt(own))).toBe('valid');
    expect(await judge(issueJwt(own, { header: { kid: own.id } }))).toBe('valid');
    const other = createIssuer({ kind: 'did:key', alg, seed: `did-keys other ${alg}` });
    expect(await judge(issueJwt({ ...own, key: other.key }))).toBe('invalid signature');
    const jwk = createIssuer({ kind: 'did:jwk', alg, seed: 'did-keys' });
    expect(await judge(issueJwt(jwk))).toBe('valid');
    expect(await judge(issueJwt(jwk, { header: { kid: `${jwk.id}#1` } }))).toBe('invalid issuer-unbound');
  });

  it('name no other key in their fragment', async () => {
    const victim = createIssuer({ kind: 'did:key', alg: 'ES256', seed: 'did-keys victim' });
    const thief = createIssuer({ kind: 'did:key', alg: 'ES256', seed: 'did-keys thief' });
    const kid = `${victim.id}#${thief.id.slice('did:key:'.length)}`;
    expect(await judge(issueJwt({ ...thief, id: victim.id }, { header: { kid } }))).toBe(
      'invalid issuer-unbound',
    );
  });

  it('of a JWK with its secret, or for encryption, are none', async () => {
    const own = createIssuer({ kind: 'did:jwk', alg: 'ES256', seed: 'did-keys' });
    const didOf = (jwk: JsonObject) => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
    const ask = (jwk: JsonObject) => {
      const id = didOf(jwk);
      return judge(issueJwt({ ...own, id, signing: { ...own.signing, methodId: `${id}#0` } }));
    };
    const open = publicJwk(own.key);
    expect(await ask({ ...open, use: 'sig' })).toBe('valid');
    expect(await ask({ ...open, use: 'enc' })).toBe('invalid signature');
    expect(await ask({ ...open, d: own.key.jwk.d ?? '' })).toBe('unknown issuer-unresolvable');
    expect(readJwk({ ...open, d: own.key.jwk.d ?? '' })).toMatchObject({ ok: false });
  });
});

describe('a key', () => {
  const multibase = (header: string, raw: Uint8Array) =>
    base58btc.encode(Uint8Array.from([...Buffer.from(header, 'hex'), ...raw]));

  it('for agreement, of the wrong length, off its curve or of an unknown kind is refused', () => {
    const raw = (length: number, first = 2) => Uint8Array.from({ length }, (_, at) => (at === 0 ? first : 7));
    const bad = [
      multibase('ec01', raw(32)),
      multibase('ed01', raw(31)),
      multibase('ed01', raw(33)),
      multibase('8024', raw(33, 5)),
      multibase('8024', raw(32)),
      multibase('e701', raw(33, 4)),
      multibase('8324', raw(57)),
      multibase('eb01', raw(96)),
      multibase('8524', raw(270)),
      'z',
      'uAAAA',
      'z6Mk0OIl',
    ];
    for (const text of bad) expect([text, readMultibaseKey(text).ok]).toEqual([text, false]);
  });

  it('of a million letters is refused unread, in a DID and in a document', async () => {
    // Decoding base58 takes time with the square of the length: a tenth of these letters, half a minute.
    const letters = `z${'5'.repeat(1_000_000)}`;
    expect(readMultibaseKey(letters)).toMatchObject({ ok: false });
    expect(readMethodKey({ publicKeyBase58: letters })).toMatchObject({ ok: false });
    const own = createIssuer({ kind: 'did:key', seed: 'did-keys' });
    const id = `did:key:${letters.slice(0, 400_000)}`;
    const methodId = `${id}#${letters.slice(0, 400_000)}`;
    const token = issueJwt({ ...own, id, signing: { ...own.signing, methodId } });
    expect(await judge(token)).not.toBe('valid');
  });

  it('that fits any signature is refused, and an RSA key that is too short', () => {
    const points = [
      '00'.repeat(32),
      `01${'00'.repeat(31)}`,
      `ec${'ff'.repeat(30)}7f`,
      `ec${'ff'.repeat(31)}`,
    ];
    for (const point of points) {
      expect(readMultibaseKey(multibase('ed01', Buffer.from(point, 'hex'))).ok).toBe(false);
      const x = Buffer.from(point, 'hex').toString('base64url');
      expect(readJwk({ kty: 'OKP', crv: 'Ed25519', x }).ok).toBe(false);
      const der = Buffer.from(`302a300506032b6570032100${point}`, 'hex').toString('base64');
      const pem = `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n`;
      expect(readMethodKey({ publicKeyPem: pem })).toMatchObject({
        detail: expect.stringMatching(/any signature/),
      });
    }
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
    expect(readJwk(short as JsonObject)).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/shorter/),
    });
    const { n = '' } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
      format: 'jwk',
    });
    expect(readJwk({ kty: 'RSA', n, e: 'AQAB' }).ok).toBe(true);
    expect(readJwk({ kty: 'RSA', n, e: 'AQ' }).ok).toBe(false);
  });
});

describe('a document of a DID', () => {
  it('is not taken from another host', async () => {
    const did = 'did:web:moved.example';
    const body = new TextEncoder().encode(JSON.stringify({ id: did }));
    const at = (url: string) => async () =>
      ({ ok: true, url, status: 200, contentType: '', body, fetchedAt: '2026-11-23T00:00:00Z' }) as const;
    const now = new Date('2026-11-23T00:00:00Z');
    const own = String(didWebUrl(did));
    expect(await resolveIssuer(did, startGathering(at(own), now))).toMatchObject({ state: 'found' });
    const elsewhere = startGathering(at('https://elsewhere.example/.well-known/did.json'), now);
    expect(await resolveIssuer(did, elsewhere)).toMatchObject({ state: 'unresolved' });
    const log = `did:webvh:Qm${'a'.repeat(44)}:moved.example`;
    const lost = startGathering(at('https://elsewhere.example/.well-known/did.jsonl'), now);
    expect(await resolveIssuer(log, lost)).toMatchObject({ state: 'unresolved' });
  });
});
