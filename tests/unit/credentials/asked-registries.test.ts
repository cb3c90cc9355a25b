import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FetchPort } from '#server/credentials/core/fetch-port.ts';
import { type AskedSource, askAboutIssuer } from '#server/credentials/gather/registries/ask-about-issuer.ts';
import { createIssuer } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';

/*
 * Registries that answer about one issuer at a time, with statements that are really signed: the genuine one is
 * believed, and of each forgery nothing.
 */

const now = new Date('2026-11-23T12:00:00Z');
const seconds = Math.floor(now.getTime() / 1_000);
const did = 'did:web:college.example';

interface Key {
  priv: CryptoKey;
  jwk: JWK;
}

async function makeKey(kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { priv: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
}

function sign(payload: object, key: Key, header: object = {}): Promise<string> {
  const typ = 'entity-statement+jwt';
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', kid: key.jwk.kid ?? '', typ, ...header })
    .sign(key.priv);
}

let pinned: Key;
let signing: Key;
let stranger: Key;

beforeAll(async () => {
  [pinned, signing, stranger] = await Promise.all([makeKey('root'), makeKey('leaf'), makeKey('root')]);
});

describe('an OpenID Federation registry', () => {
  const id = 'https://anchor.example/fed';
  const url = `${id}/.well-known/openid-federation`;
  const endpoint = `${id}/fetch`;
  const asked = `${endpoint}?sub=${encodeURIComponent(did)}`;

  const configuration = (change: object = {}) => ({
    iss: id,
    sub: id,
    iat: seconds - 60,
    exp: seconds + 3_600,
    jwks: { keys: [pinned.jwk, signing.jwk] },
    metadata: { federation_entity: { federation_fetch_endpoint: endpoint } },
    ...change,
  });
  const statement = (change: object = {}) => ({
    iss: id,
    sub: did,
    iat: seconds - 60,
    exp: seconds + 3_600,
    metadata: {
      federation_entity: {
        organization_name: 'Northgate College',
        homepage_uri: 'https://northgate.example',
        logo_uri: 'https://northgate.example/logo.png',
      },
      institution_additional_information: { legal_name: 'Northgate College plc' },
      credential_registry_entity: { ctid: 'ce-1', ce_url: 'https://ce.example/ce-1' },
    },
    ...change,
  });

  const ask = async (anchor: string, answer: string | null, sub = did) => {
    const source: AskedSource = {
      name: 'F',
      type: 'oidf',
      url,
      refreshHours: 24,
      jwks: { keys: [pinned.jwk] },
    };
    const fetch: FetchPort = serve(
      new Map([[url, anchor], ...(answer === null ? [] : [[asked, answer] as const])]),
    );
    return askAboutIssuer(source, sub, fetch, now);
  };

  it('that names the issuer, signed with a key of the anchor, is believed until its end', async () => {
    const answer = await ask(await sign(configuration(), pinned), await sign(statement(), signing));
    expect(answer).toMatchObject({
      state: 'listed',
      entry: {
        issuerId: did,
        name: 'Northgate College',
        homepage: 'https://northgate.example',
        validUntil: new Date((seconds + 3_600) * 1_000).toISOString(),
        evidence: 'Credential Registry ce-1',
        standing: 'listed',
      },
    });
  });

  it('is asked with the whole id percent-encoded', async () => {
    const strange = 'did:web:college.example%3A8443:a&sub=did:web:other.example';
    const urls: string[] = [];
    const anchor = await sign(configuration(), pinned);
    const fetch: FetchPort = async (address, options) => {
      urls.push(address);
      return serve(new Map([[url, anchor]]))(address, options);
    };
    const source: AskedSource = {
      name: 'F',
      type: 'oidf',
      url,
      refreshHours: 24,
      jwks: { keys: [pinned.jwk] },
    };
    await askAboutIssuer(source, strange, fetch, now);
    expect(new URL(urls.at(-1) ?? '').searchParams.getAll('sub')).toEqual([strange]);
  });

  it.each<[string, () => object, 'pinned' | 'signing' | 'stranger', object, RegExp]>([
    ['another key of the same name', () => configuration(), 'stranger', {}, /signature/],
    ['a key that is not pinned', () => configuration(), 'signing', {}, /signature/],
    ['a statement about another', () => configuration({ sub: did }), 'pinned', {}, /itself/],
    [
      'another address',
      () => configuration({ iss: 'https://x.example', sub: 'https://x.example' }),
      'pinned',
      {},
      /x\.example/,
    ],
    ['an end that has come', () => configuration({ exp: seconds - 61 }), 'pinned', {}, /ended/],
    ['no end', () => configuration({ exp: undefined }), 'pinned', {}, /nothing about its end/],
    ['a start that has not come', () => configuration({ iat: seconds + 3_000 }), 'pinned', {}, /future/],
    ['another kind of token', () => configuration(), 'pinned', { typ: 'vc+jwt' }, /type vc\+jwt/],
    ['no fetch endpoint', () => configuration({ metadata: {} }), 'pinned', {}, /fetch endpoint/],
    [
      'a plain http endpoint',
      () =>
        configuration({
          metadata: { federation_entity: { federation_fetch_endpoint: 'http://anchor.example' } },
        }),
      'pinned',
      {},
      /fetch endpoint/,
    ],
  ])('is refused when the anchor’s own statement has %s', async (_what, payload, by, header, why) => {
    const key = { pinned, signing, stranger }[by];
    const answer = await ask(await sign(payload(), key, header), await sign(statement(), signing));
    expect(answer).toMatchObject({ state: 'refused', detail: expect.stringMatching(why) });
  });

  it.each<[string, () => object, 'signing' | 'stranger', object, RegExp]>([
    ['a stranger’s signature', () => statement(), 'stranger', {}, /signature/],
    ['another subject', () => statement({ sub: 'did:web:other.example' }), 'signing', {}, /somebody else/],
    [
      'a subject in other letters',
      () => statement({ sub: did.toUpperCase() }),
      'signing',
      {},
      /somebody else/,
    ],
    ['another author', () => statement({ iss: 'https://other.example' }), 'signing', {}, /trust anchor/],
    ['an end that has come', () => statement({ exp: seconds - 61 }), 'signing', {}, /ended/],
    ['no end', () => statement({ exp: undefined }), 'signing', {}, /nothing about its end/],
    ['a text for an end', () => statement({ exp: '2099' }), 'signing', {}, /nothing about its end/],
    ['a start that has not come', () => statement({ nbf: seconds + 3_000 }), 'signing', {}, /future/],
    ['another kind of token', () => statement(), 'signing', { typ: 'JWT' }, /type JWT/],
  ])('is refused when its statement has %s', async (_what, payload, by, header, why) => {
    const key = { signing, stranger }[by];
    const answer = await ask(await sign(configuration(), pinned), await sign(payload(), key, header));
    expect(answer).toMatchObject({ state: 'refused', detail: expect.stringMatching(why) });
  });

  it.each(['', 'null', 'a.b.c', '{"sub":"did:web:college.example"}', 'eyJhbGciOiJub25lIn0.e30.'])(
    'is refused when it answers %j',
    async (text) => {
      expect(await ask(await sign(configuration(), pinned), text)).toMatchObject({ state: 'refused' });
    },
  );

  it('is refused with a member twice: readers differ in which they believe', async () => {
    const text = JSON.stringify(statement()).replace('"sub"', '"sub":"did:web:other.example","sub"');
    const token = await new CompactSign(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'ES256', kid: 'leaf' })
      .sign(signing.priv);
    expect(await ask(await sign(configuration(), pinned), token)).toMatchObject({ state: 'refused' });
  });

  it('that does not answer is unreachable', async () => {
    expect(await ask(await sign(configuration(), pinned), null)).toMatchObject({ state: 'unreachable' });
  });
});

describe('an EBSI registry', () => {
  const url = 'https://trusted.example/trusted-issuers-registry/v5/issuers';
  const tao = createIssuer({ kind: 'did:web', host: 'tao.example', slug: 'tao', alg: 'ES256' });
  const other = createIssuer({ kind: 'did:web', host: 'other.example', slug: 'tao', alg: 'ES256' });
  const root = 'did:ebsi:zRoot';
  const source: AskedSource = { name: 'E', type: 'ebsi', url, refreshHours: 24, roots: [root] };

  const accreditation = (change: object = {}) => ({
    iss: tao.id,
    sub: did,
    exp: seconds + 86_400,
    vc: {
      type: ['VerifiableCredential', 'VerifiableAttestation', 'VerifiableAccreditationToAttest'],
      issuer: tao.id,
      validFrom: '2025-01-01T00:00:00Z',
      credentialSubject: {
        id: did,
        accreditedFor: [{ types: ['VerifiableCredential', 'VerifiableDiploma'] }],
        ...change,
      },
    },
  });

  async function token(payload: object, by = tao): Promise<string> {
    const { importJWK } = await import('jose');
    const key = (await importJWK(by.key.jwk as JWK, 'ES256')) as CryptoKey;
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid: by.signing.methodId })
      .sign(key);
  }

  const ask = async (
    body: string,
    attribute: object = {},
    of: AskedSource = source,
    documents = tao.documents,
  ) => {
    const record = {
      did,
      attributes: [{ hash: 'h', body, issuerType: 'TI', tao: tao.id, rootTao: root, ...attribute }],
    };
    const fetch = serve(documents, new Map([[`${url}/${encodeURIComponent(did)}`, record]]));
    return askAboutIssuer(of, did, fetch, now);
  };

  it('recognises by an accreditation that holds, for its type of credential', async () => {
    expect(await ask(await token(accreditation()))).toMatchObject({
      state: 'listed',
      entry: { issuerId: did, scope: 'VerifiableDiploma', standing: 'listed', evidence: `TI by ${tao.id}` },
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'the key of its author cannot be had',
      async () => ask(await token(accreditation()), {}, source, new Map()),
    ],
    [
      'it is by another than the registry names',
      async () => ask(await token(accreditation()), { tao: other.id }),
    ],
    [
      'its root is not accepted',
      async () => ask(await token(accreditation()), { rootTao: 'did:ebsi:zOther' }),
    ],
  ])('is only stated when %s', async (_what, asking) => {
    expect(await asking()).toMatchObject({ state: 'listed', entry: { standing: 'stated' } });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a forged signature', async () => ask(await token(accreditation(), { ...other, signing: tao.signing }))],
    ['somebody else in it', async () => ask(await token(accreditation({ id: 'did:web:else.example' })))],
    ['an end that has come', async () => ask(await token({ ...accreditation(), exp: seconds - 1 }))],
    ['another author in the wrapping', async () => ask(await token({ ...accreditation(), iss: other.id }))],
    ['no token', async () => ask('accredited!')],
  ])('says nothing with %s', async (_what, asking) => {
    expect(await asking()).toMatchObject({ state: 'absent' });
  });

  it('that answers about somebody else is refused', async () => {
    const record = { did: 'did:web:else.example', attributes: [] };
    const fetch = serve(new Map([[`${url}/${encodeURIComponent(did)}`, record]]));
    expect(await askAboutIssuer(source, did, fetch, now)).toMatchObject({ state: 'refused' });
  });
});
