import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  createIssuer,
  didDocument,
  issueJwt,
  issueOb3,
  judge,
  makeCertificate,
  publicJwk,
} from '#tests/support/signing/index.ts';
import { toMultibase } from '#tests/support/signing/keys.ts';

/* The binding rule, row by row (verification.md §3.1): a key counts only where the issuer publishes it. */

const bound = 'invalid issuer-unbound';
const thief = createIssuer({ kind: 'did:key', seed: 'discovery thief' });

describe('an https profile', () => {
  const issuer = createIssuer({ kind: 'https', seed: 'discovery' });
  const { origin } = new URL(issuer.id);
  const { methodId } = issuer.signing;
  const key = {
    id: methodId,
    controller: issuer.id,
    type: 'Multikey',
    publicKeyMultibase: toMultibase(issuer.key),
  };
  const jwk = { ...publicJwk(issuer.key), kid: methodId };
  const wellKnown = `${origin}/.well-known/jwks.json`;
  const profile = (members: JsonObject) =>
    issuer.documents.set(issuer.id, { id: issuer.id, type: 'Profile', ...members });
  const embedded = async () => judge(await issueOb3(issuer), { issuers: [issuer] });
  const token = (header: JsonObject = {}) => judge(issueJwt(issuer, { header }), { issuers: [issuer] });

  beforeEach(() => {
    issuer.documents.clear();
    profile({});
  });

  it('speaks by verificationMethod and assertionMethod together', async () => {
    profile({ verificationMethod: [key], assertionMethod: [methodId] });
    expect([await embedded(), await token()]).toEqual(['valid', 'valid']);
    profile({ verificationMethod: [key], assertionMethod: ['#key-1'] });
    expect(await embedded()).toBe('valid');
    profile({ assertionMethod: [key] });
    expect(await embedded()).toBe('valid');
    profile({ verificationMethod: [key] });
    expect(await embedded()).toBe(bound);
    profile({ verificationMethod: [key], authentication: [methodId], assertionMethod: [] });
    expect(await embedded()).toBe(bound);
    profile({
      verificationMethod: [{ ...key, controller: 'https://other.example' }],
      assertionMethod: [methodId],
    });
    expect(await embedded()).toBe(bound);
  });

  it('speaks by publicKey', async () => {
    profile({ publicKey: key });
    expect(await embedded()).toBe('valid');
    profile({ publicKey: [{ ...key, id: `${issuer.id}#other` }] });
    expect(await embedded()).toBe(bound);
  });

  it('speaks by a JWK set inside, at its own origin, and at no other', async () => {
    profile({ jwks: { keys: [jwk] } });
    expect(await token()).toBe('valid');
    expect(await token({ kid: 'other' })).toBe(bound);
    expect(await token({ kid: null, jwk: publicJwk(issuer.key) })).toBe('valid');
    issuer.documents.set(`${origin}/keys`, { keys: [jwk] });
    profile({ jwks_uri: `${origin}/keys` });
    expect(await token()).toBe('valid');
    issuer.documents.set('https://keys.example/keys', { keys: [jwk] });
    profile({ jwks_uri: 'https://keys.example/keys' });
    expect(await token()).toBe(bound);
  });

  it('speaks by the well-known set of its host, where the key says whose it is', async () => {
    issuer.documents.set(wellKnown, { keys: [{ ...jwk, iss: issuer.id }] });
    expect(await token()).toBe('valid');
    expect(await token({ kid: null, jwk: publicJwk(issuer.key) })).toBe('valid');
    issuer.documents.set(wellKnown, { keys: [jwk] });
    expect(await token()).toBe(bound);
    issuer.documents.set(wellKnown, { keys: [{ ...jwk, iss: 'https://issuer.example/other' }] });
    expect(await token()).toBe(bound);
    const alone = {
      ...issuer,
      id: `${origin}/`,
      signing: { ...issuer.signing, methodId: `${origin}/#key-1` },
    };
    issuer.documents.set(`${origin}/`, { id: `${origin}/` });
    issuer.documents.set(wellKnown, { keys: [{ ...jwk, kid: 'key-1' }] });
    expect(await judge(issueJwt(alone), { issuers: [issuer] })).toBe('valid');
  });

  it('that calls itself something else, or is not there, lends its name to nobody', async () => {
    issuer.documents.set(issuer.id, { id: `${issuer.id}/`, publicKey: key });
    expect(await embedded()).toBe(bound);
    issuer.documents.clear();
    expect(await embedded()).toBe('unknown issuer-unresolvable');
  });

  it('must name a did:key that signs for it; a common name is not enough', async () => {
    const signedBy = { ...thief, id: issuer.id };
    const ask = async () => judge(await issueOb3(signedBy), { issuers: [issuer] });
    expect(await ask()).toBe(bound);
    profile({ alsoKnownAs: [thief.id] });
    expect(await ask()).toBe(bound);
    const own = { id: thief.signing.methodId, controller: issuer.id, type: 'Multikey' };
    profile({ verificationMethod: [own], assertionMethod: [thief.signing.methodId] });
    expect(await ask()).toBe('valid');
    profile({ assertionMethod: [own] });
    expect(await ask()).toBe('valid');
  });

  it.each<[string, JsonObject, string]>([
    ['withdrawn', { revoked: '2026-06-01T00:00:00Z' }, 'invalid key-revoked'],
    ['withdrawn long before', { revoked: '2020-01-01T00:00:00Z' }, 'invalid key-revoked'],
    ['withdrawn some day', { revoked: '2027-01-01T00:00:00Z' }, 'valid'],
    ['withdrawn without a date', { revoked: 'yes' }, 'invalid key-revoked'],
    ['ended before it signed', { expires: '2025-12-31T23:59:59Z' }, 'invalid key-revoked'],
    ['ended after it signed', { expires: '2026-02-01T00:00:00Z' }, 'valid'],
  ])('with a key that was %s', async (_what, members, wanted) => {
    profile({ verificationMethod: [{ ...key, ...members }], assertionMethod: [methodId] });
    expect(await embedded()).toBe(wanted);
  });
});

describe('the header of a VC-JWT', () => {
  const issuer = createIssuer({ kind: 'did:web', seed: 'discovery header' });
  const host = createIssuer({ kind: 'https', host: 'thief.example', seed: 'discovery header thief' });
  const keys = 'https://thief.example/keys';
  const kid = issuer.signing.methodId;
  host.documents.set(keys, { keys: [{ ...publicJwk(host.key), kid }] });
  const { der } = makeCertificate({ name: { commonName: 'College' }, key: host.key, uris: [issuer.id] });
  const x5c = [der.toString('base64')];
  const forge = (header: JsonObject) =>
    judge(issueJwt({ ...issuer, key: host.key }, { header }), { issuers: [issuer, host] });

  it('brings no key, and no address of one', async () => {
    const jwk = publicJwk(host.key);
    for (const header of [{ jwk }, { jku: keys }, { x5u: keys }, { x5c }, { jku: keys, jwk, x5c }])
      expect([header, await forge(header)]).toEqual([header, 'invalid signature']);
    for (const header of [{ jwk }, { jwk, jku: keys, x5c }])
      expect([header, await forge({ ...header, kid: null })]).toEqual([header, bound]);
    for (const header of [{ jku: keys }, { x5u: keys }, { x5c }])
      expect([header, await forge({ ...header, kid: null })]).toEqual([header, 'invalid signature']);
  });

  it.each([
    `${host.id}#key-1`,
    keys,
    `${keys}#${kid}`,
    '../../thief',
    `${kid}x`,
    'key-1/../key-2',
    "key-1' OR '1'='1",
    'file:///etc/passwd',
    'https://127.0.0.1/keys',
  ])('names a key of the issuer, not %s', async (named) => {
    expect(await forge({ kid: named })).toBe(bound);
  });
});

describe('names that nobody can look up', () => {
  it.each(['urn:uuid:0f6c3a0e-0000-4000-8000-00000000000a', 'did:example:college', 'urn:example:college'])(
    '%s speak by no key, and not by one of others',
    async (id) => {
      expect(await judge(await issueOb3({ ...thief, id }))).toBe(bound);
      const own = createIssuer({ kind: 'did:web', seed: 'discovery names' });
      const signing = { ...own.signing, methodId: `${id}#key-1` };
      expect(await judge(await issueOb3({ ...own, id, signing }))).toBe('unknown issuer-unresolvable');
    },
  );

  it.each(['ion', 'ebsi', 'ethr', 'cheqd', 'plc', 'indy', 'tdw'])(
    'did:%s is named as not supported',
    async (name) => {
      const id = `did:${name}:college`;
      const own = createIssuer({ kind: 'did:web', seed: 'discovery methods' });
      const issuer = { ...own, id, signing: { ...own.signing, methodId: `${id}#key-1` } };
      expect(await judge(await issueOb3(issuer))).toBe('unknown unsupported-suite');
      expect(await judge(await issueOb3({ ...thief, id }))).toBe(bound);
    },
  );
});

describe('did:web', () => {
  const issuer = createIssuer({ kind: 'did:web', seed: 'discovery web' });
  const ask = async (id: string, documents: Map<string, JsonObject>) => {
    const signing = { ...issuer.signing, methodId: `${id}#key-1` };
    return judge(await issueOb3({ ...issuer, id, signing }), { documents });
  };
  const publish = (id: string, url: string) =>
    new Map([[url, didDocument({ ...issuer, id, signing: { ...issuer.signing, methodId: `${id}#key-1` } })]]);

  it.each([
    ['did:web:web.example', 'https://web.example/.well-known/did.json'],
    ['did:web:web.example:a:b', 'https://web.example/a/b/did.json'],
    ['did:web:web.example%3A8443:a', 'https://web.example:8443/a/did.json'],
    ['did:web:xn--bcher-kva.example', 'https://xn--bcher-kva.example/.well-known/did.json'],
    ['did:web:web.example:caf%C3%A9', 'https://web.example/caf%C3%A9/did.json'],
  ])('%s is at its address', async (id, url) => {
    expect(await ask(id, publish(id, url))).toBe('valid');
    expect(await ask(id, publish('did:web:other.example', url))).toBe(bound);
  });

  it.each([
    'did:web:127.0.0.1',
    'did:web:10.0.0.1%3A80',
    'did:web:localhost',
    'did:web:intranet',
    'did:web:%5B%3A%3A1%5D',
    'did:web:user%40web.example',
    'did:web:web.example:a%2F..%2Fb',
    'did:web:web.example:..:..:etc',
    'did:web:web.example:.',
    'did:web:web.example:a%5Cb',
    'did:web:web.example:a%00',
    'did:web:web.example:a%3Fb',
    'did:web:web.example%3A8443%3A1',
    'did:web:web.example:',
    'did:web:',
  ])('%s is never asked', async (id) => {
    expect(await ask(id, new Map())).toMatch(/^unknown ssrf-blocked|^invalid schema/);
  });
});
