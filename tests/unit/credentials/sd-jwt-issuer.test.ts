import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  createIssuer,
  issueSdJwt,
  judge,
  makeCertificate,
  makeKey,
  publicJwk,
  publishTokenMetadata,
  showSdJwt,
} from '#tests/support/signing/index.ts';

/* Whose SD-JWT VC it is (verification.md §2.7, key discovery): metadata, DIDs, certificates, and nothing the header brings. */

const issuer = createIssuer({ kind: 'https', alg: 'ES256', seed: 'sd-jwt issuer' });
const issuers = [issuer];
const thief = createIssuer({ kind: 'https', host: 'thief.example', alg: 'ES256', seed: 'sd-jwt thief' });
const { origin } = new URL(issuer.id);
const keySet = { keys: [{ ...publicJwk(issuer.key), kid: issuer.signing.methodId }] };
const ask = (header: JsonObject = {}) => judge(showSdJwt(issueSdJwt(issuer, { header })), { issuers });

beforeEach(() => {
  issuer.documents.clear();
  publishTokenMetadata(issuer);
});

describe('an https issuer', () => {
  it.each<[string, JsonObject, string]>([
    ['its keys', {}, 'valid'],
    ['another name', { issuer: thief.id }, 'invalid issuer-unbound'],
    ['a name that is its own but for a slash', { issuer: `${issuer.id}/` }, 'invalid issuer-unbound'],
    ['no name', { issuer: null }, 'invalid issuer-unbound'],
    ['no keys', { jwks: { keys: [] } }, 'invalid issuer-unbound'],
    ['keys of others', { jwks: { keys: [publicJwk(thief.key)] } }, 'invalid issuer-unbound'],
    ['neither keys nor their address', { jwks: null }, 'unknown issuer-unresolvable'],
    ['both', { jwks_uri: `${origin}/keys` }, 'unknown issuer-unresolvable'],
    [
      'keys at another origin',
      { jwks: null, jwks_uri: 'https://thief.example/keys' },
      'invalid issuer-unbound',
    ],
    ['keys that are not there', { jwks: null, jwks_uri: `${origin}/lost` }, 'unknown issuer-unresolvable'],
  ])('publishes %s', async (_what, members, wanted) => {
    publishTokenMetadata(issuer, members);
    thief.documents.set('https://thief.example/keys', keySet);
    expect(await judge(showSdJwt(issueSdJwt(issuer)), { issuers: [issuer, thief] })).toBe(wanted);
  });

  it('may keep its keys at an address of its own', async () => {
    publishTokenMetadata(issuer, { jwks: null, jwks_uri: `${origin}/keys` });
    issuer.documents.set(`${origin}/keys`, keySet);
    expect(await ask()).toBe('valid');
  });

  it('without metadata is not resolvable, and inside a network it is not asked', async () => {
    issuer.documents.clear();
    expect(await ask()).toBe('unknown issuer-unresolvable');
    const inside = { ...issuer, id: 'https://10.0.0.1/issuer' };
    expect(await judge(showSdJwt(issueSdJwt(inside)))).toBe('unknown ssrf-blocked');
    const plain = { ...issuer, id: 'http://issuer.example/issuer' };
    expect(await judge(showSdJwt(issueSdJwt(plain)))).toBe('unknown issuer-unresolvable');
    const named = { ...issuer, id: `${issuer.id}?who=me` };
    expect(await judge(showSdJwt(issueSdJwt(named)), { issuers })).toBe('unknown issuer-unresolvable');
  });

  it('is asked for the key that the token names, and several are never tried', async () => {
    expect(await ask({ kid: null })).toBe('valid');
    expect(await ask({ kid: 'other' })).toBe('invalid issuer-unbound');
    const second = { ...publicJwk(thief.key), kid: 'second' };
    publishTokenMetadata(issuer, { jwks: { keys: [...keySet.keys, second] } });
    expect(await ask()).toBe('valid');
    expect(await ask({ kid: null })).toBe('unknown key-missing');
    publishTokenMetadata(issuer, {
      jwks: { keys: [...keySet.keys, { ...second, kid: issuer.signing.methodId }] },
    });
    expect(await ask()).toBe('invalid issuer-unbound');
    publishTokenMetadata(issuer, { jwks: { keys: [{ ...keySet.keys[0], use: 'enc' }] } });
    expect(await ask()).toBe('invalid signature');
    publishTokenMetadata(issuer, {
      jwks: { keys: [{ ...keySet.keys[0], revoked: '2026-02-01T00:00:00Z' }] },
    });
    expect(await ask()).toBe('invalid key-revoked');
  });
});

describe('the header of an SD-JWT VC', () => {
  const forge = (header: JsonObject) => {
    const text = showSdJwt(issueSdJwt({ ...issuer, key: thief.key }, { header }));
    return judge(text, { issuers: [issuer, thief] });
  };
  const own = makeCertificate({ name: { commonName: 'Thief' }, key: thief.key, uris: [issuer.id] });

  it('brings no key of its own', async () => {
    const keys = 'https://thief.example/keys';
    thief.documents.set(keys, { keys: [{ ...publicJwk(thief.key), kid: issuer.signing.methodId }] });
    const jwk = publicJwk(thief.key);
    for (const header of [{ jwk }, { jwk, kid: null }, { jku: keys }, { x5u: keys }])
      expect([header, await forge(header)]).toEqual([header, 'invalid signature']);
    expect(await forge({ x5c: [own.der.toString('base64')] })).toBe('invalid signature');
    expect(await forge({ kid: `${thief.id}#key-1` })).toBe('invalid issuer-unbound');
    expect(await forge({ kid: createIssuer({ kind: 'did:key', seed: 'x' }).signing.methodId })).toBe(
      'invalid issuer-unbound',
    );
  });

  it('of a DID issuer brings none either', async () => {
    const did = createIssuer({ kind: 'did:web', alg: 'ES256', seed: 'sd-jwt did' });
    const text = (header: JsonObject) => showSdJwt(issueSdJwt({ ...did, key: thief.key }, { header }));
    const jwk = publicJwk(thief.key);
    expect(await judge(text({ jwk }), { issuers: [did] })).toBe('invalid signature');
    expect(await judge(text({ jwk, kid: null }), { issuers: [did] })).toBe('invalid issuer-unbound');
    expect(await judge(text({ x5c: [own.der.toString('base64')] }), { issuers: [did] })).toBe(
      'invalid signature',
    );
  });
});

describe('a certificate', () => {
  const root = makeCertificate({ name: { commonName: 'Root' }, authority: true });
  const middle = makeCertificate({ name: { commonName: 'Middle' }, under: root, authority: true });
  const key = makeKey('ES256', 'sd-jwt certified');
  const name = { commonName: 'Seal', organization: 'Northgate' };
  const leaf = makeCertificate({ name, key, under: middle, uris: [issuer.id], dns: ['issuer.example'] });
  const settings = { explorers: [], sealRoots: [root.pem], platformPages: [] };
  const chain = (...certificates: { der: Buffer }[]) => certificates.map(({ der }) => der.toString('base64'));
  const askBy = (x5c: string[], iss: string | null = issuer.id, signing = key, trusted = settings) => {
    const signer = { ...issuer, key: signing };
    const token = issueSdJwt(signer, { header: { x5c, kid: null }, payload: { iss } });
    return judge(showSdJwt(token), { issuers: [], settings: trusted });
  };

  it('that leads to an authority of the operator speaks for the issuer it names', async () => {
    expect(await askBy(chain(leaf, middle))).toBe('valid');
    expect(await askBy(chain(leaf, middle), 'https://issuer.example/elsewhere')).toBe('valid');
    expect(await askBy(chain(leaf, middle), null)).toBe('valid');
    const inside = issueSdJwt(
      { ...issuer, key },
      {
        header: { x5c: chain(leaf, middle), kid: null },
        payload: { iss: null },
        claims: { issuer: thief.id },
      },
    );
    expect(await judge(showSdJwt(inside), { settings })).toBe('invalid claims-mismatch');
    const direct = makeCertificate({ name, key, under: root, dns: ['issuer.example'] });
    expect(await askBy(chain(direct), null)).toBe('valid');
  });

  it('proves nothing without such an authority, or for others', async () => {
    const unresolved = 'unknown issuer-unresolvable';
    expect(await askBy(chain(leaf))).toBe(unresolved);
    expect(await askBy(chain(leaf), null)).toBe(unresolved);
    expect(await askBy(chain(leaf, middle), issuer.id, key, { ...settings, sealRoots: [] })).toBe(unresolved);
    expect(await askBy(chain(leaf, middle), 'https://other.example/issuer')).toBe(unresolved);
    expect(await askBy(['rubbish'])).toBe(unresolved);
    expect(await askBy(chain(leaf, middle), issuer.id, thief.key)).toBe('invalid signature');
    const fake = makeCertificate({ name: { commonName: 'Root' }, key: thief.key, authority: true });
    const forged = makeCertificate({ name, key: thief.key, under: fake, uris: [issuer.id] });
    expect(await askBy(chain(forged, fake), issuer.id, thief.key)).toBe(unresolved);
    // A leaf is no authority over other leaves.
    const below = makeCertificate({
      name: { commonName: 'Below' },
      key: thief.key,
      under: leaf,
      uris: [issuer.id],
    });
    expect(await askBy(chain(below, leaf, middle), issuer.id, thief.key)).toBe(unresolved);
    const quoted = makeCertificate({ name, key, under: middle, dns: [`a, URI:${issuer.id}, b`] });
    expect(await askBy(chain(quoted, middle))).toBe(unresolved);
  });

  it('counts while it is in force, and so do those above it', async () => {
    const until = new Date('2026-06-01T00:00:00Z');
    const ended = makeCertificate({ name, key, under: middle, uris: [issuer.id], until });
    expect(await askBy(chain(ended, middle))).toBe('invalid key-revoked');
    const past = makeCertificate({ name: { commonName: 'Past' }, under: root, authority: true, until });
    const under = makeCertificate({ name, key, under: past, uris: [issuer.id] });
    expect(await askBy(chain(under, past))).toBe('unknown issuer-unresolvable');
    const from = new Date('2026-12-01T00:00:00Z');
    const early = makeCertificate({ name, key, under: middle, uris: [issuer.id], from });
    expect(await askBy(chain(early, middle))).toBe('unknown issuer-unresolvable');
  });
});
