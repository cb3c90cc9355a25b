import { createPublicKey, verify as signatureFits } from 'node:crypto';
import { decode, encode } from 'cborg';
import { base58btc } from 'multiformats/bases/base58';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { readDerivedProof } from '#server/credentials/gather/suites/ecdsa-sd-2023.ts';
import {
  buildOb3,
  createIssuer,
  didDocument,
  disclose,
  issueOb3,
  judge,
  type ProofSuite,
  prove,
  signEmbedded,
  verify,
} from '#tests/support/signing/index.ts';

/* Attacks on the single suites (verification.md §2.5, §6.2 no. 14–17), each on a credential signed for the purpose. */

const ed = createIssuer({ kind: 'did:web', host: 'ed.example', seed: 'attacked suites' });
const ec = createIssuer({ kind: 'did:web', host: 'ec.example', alg: 'ES256', seed: 'attacked suites' });
const ec384 = createIssuer({ kind: 'did:web', host: 'ec384.example', alg: 'ES384', seed: 'attacked suites' });
const rsa = createIssuer({ kind: 'did:web', host: 'rsa.example', alg: 'RS256', seed: 'attacked suites' });
const issuers = [ed, ec, ec384, rsa];
const proofOf = (document: JsonObject) => document.proof as JsonObject;
const withProof = (document: JsonObject, members: JsonObject): JsonObject => ({
  ...document,
  proof: { ...proofOf(document), ...members },
});

describe('a key of another kind than the suite takes', () => {
  it.each<[ProofSuite, ProofSuite, typeof ed]>([
    ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019', ed],
    ['ecdsa-rdfc-2019', 'eddsa-rdfc-2022', ec],
    ['ecdsa-rdfc-2019', 'ecdsa-sd-2023', ec384],
    ['ecdsa-rdfc-2019', 'eddsa-jcs-2022', ec],
  ])('%s presented as %s is refused', async (made, claimed, issuer) => {
    const document = await issueOb3(issuer, { proof: made });
    expect(await judge(withProof(document, { cryptosuite: claimed }), { issuers })).toBe('invalid signature');
  });

  it('is refused with a JWS, whose header cannot choose otherwise', async () => {
    const document = await issueOb3(rsa, { proof: 'JsonWebSignature2020' });
    const asEd = withProof(document, { type: 'Ed25519Signature2018' });
    expect(await judge(asEd, { issuers })).toBe('invalid signature');
  });

  it('is no help when a name of one table stands in the other', async () => {
    const document = await issueOb3(ed);
    expect(await judge(withProof(document, { type: 'eddsa-rdfc-2022' }), { issuers })).toBe(
      'unknown unsupported-suite',
    );
    expect(await judge(withProof(document, { cryptosuite: 'constructor' }), { issuers })).toBe(
      'unknown unsupported-suite',
    );
  });
});

describe('the header of a detached JWS', () => {
  const encodeHeader = (header: JsonObject) => Buffer.from(JSON.stringify(header)).toString('base64url');
  const withHeader = (document: JsonObject, header: JsonObject) => {
    const signature = String(proofOf(document).jws).split('.')[2];
    return withProof(document, { jws: `${encodeHeader(header)}..${signature}` });
  };
  const plain = { alg: 'EdDSA', b64: false, crit: ['b64'] };

  it.each<[string, JsonObject, string]>([
    ['that says it is not signed', { ...plain, alg: 'none' }, 'invalid signature'],
    ['of a shared secret', { ...plain, alg: 'HS256' }, 'unknown unsupported-suite'],
    ['of another key', { ...plain, alg: 'ES256' }, 'invalid signature'],
    ['without b64', { alg: 'EdDSA' }, 'invalid malformed'],
    ['with b64: true', { ...plain, b64: true }, 'invalid malformed'],
    ['with further demands', { ...plain, crit: ['b64', 'exp'] }, 'invalid malformed'],
    ['without demands', { ...plain, crit: [] }, 'invalid malformed'],
    ['without algorithm', { b64: false, crit: ['b64'] }, 'invalid malformed'],
    ['that brings a key along', { ...plain, jwk: { kty: 'OKP' } }, 'invalid signature'],
  ])('%s is refused', async (_what, header, wanted) => {
    for (const proof of ['Ed25519Signature2018', 'JsonWebSignature2020'] as const)
      expect(await judge(withHeader(await issueOb3(ed, { proof }), header), { issuers })).toBe(wanted);
  });

  it('must not come with a payload, nor with a header that says a thing twice', async () => {
    const document = await issueOb3(ed, { proof: 'JsonWebSignature2020' });
    const [head = '', , signature = ''] = String(proofOf(document).jws).split('.');
    const full = withProof(document, { jws: `${head}.e30.${signature}` });
    expect(await judge(full, { issuers })).toBe('invalid malformed');
    const twice = '{"alg":"none","alg":"EdDSA","b64":false,"crit":["b64"]}';
    const jws = `${Buffer.from(twice).toString('base64url')}..${signature}`;
    expect(await judge(withProof(document, { jws }), { issuers })).toBe('invalid malformed');
  });
});

describe('signatures that mathematics allows and nobody made', () => {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

  it('a mirrored ECDSA signature is the same credential again', async () => {
    const document = await issueOb3(ec, { proof: 'ecdsa-rdfc-2019' });
    const bytes = Buffer.from(base58btc.decode(String(proofOf(document).proofValue) as `z${string}`));
    const s = BigInt(`0x${bytes.subarray(32).toString('hex')}`);
    const mirrored = Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex');
    const proofValue = base58btc.encode(Buffer.concat([bytes.subarray(0, 32), mirrored]));
    const twin = withProof(document, { proofValue });
    const [one, two] = [await verify(document, { issuers }), await verify(twin, { issuers })];
    expect([one.verdict, two.verdict, two.payloadHash]).toEqual(['valid', 'valid', one.payloadHash]);
  });

  it.each<ProofSuite>(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'Ed25519Signature2020'])(
    'a key of small order cannot sign everything with %s',
    async (proof) => {
      const point = Buffer.concat([Buffer.from([0xed, 1, 1]), Buffer.alloc(31)]);
      const weak = { ...ed, documents: new Map(ed.documents) };
      const method = { publicKeyMultibase: base58btc.encode(point) };
      weak.documents.set(`${ed.root}/did.json`, didDocument(ed, method));
      const nothing = Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]);
      const document = withProof(await issueOb3(ed, { proof }), { proofValue: base58btc.encode(nothing) });
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: point.subarray(2).toString('base64url') };
      const trusting = createPublicKey({ key: jwk, format: 'jwk' });
      expect(signatureFits(null, Buffer.from('whatever'), trusting, nothing)).toBe(true);
      expect(await judge(document, { issuers: [weak] })).toBe('invalid signature');
    },
  );

  it('zeros are no ECDSA signature', async () => {
    const document = await issueOb3(ec, { proof: 'ecdsa-rdfc-2019' });
    const zeros = withProof(document, { proofValue: base58btc.encode(Buffer.alloc(64)) });
    expect(await judge(zeros, { issuers })).toBe('invalid signature');
  });
});

describe('contexts of a proof over JSON (eddsa-jcs-2022)', () => {
  const badge = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
  const security = 'https://w3id.org/security/data-integrity/v2';

  it('must be those that the document begins with', async () => {
    const document = await issueOb3(ed, { proof: 'eddsa-jcs-2022' });
    const stated = document['@context'] as string[];
    expect(proofOf(document)['@context']).toEqual(stated);
    const bent = (contexts: JsonObject[string]) => withProof(document, { '@context': contexts });
    for (const contexts of [stated.toReversed(), [...stated, badge], [security], 'https://lab.example/v1'])
      expect(await judge(bent(contexts), { issuers })).toBe('invalid context-tampered');
    // A shorter list is a right prefix, but not what was signed.
    expect(await judge(bent(stated.slice(0, 1)), { issuers })).toBe('invalid signature');
  });

  it('let the document name further ones, which must be known', async () => {
    const document = await issueOb3(ed, { proof: 'eddsa-jcs-2022' });
    const stated = document['@context'] as string[];
    const more = (context: JsonObject[string]) => ({ ...document, '@context': [...stated, context] });
    expect(await judge(more(security), { issuers })).toBe('valid');
    expect(await judge(more('https://lab.example/v1'), { issuers })).toBe('invalid context-unknown');
    expect(await judge(more({ name: 'https://vocab.example/' }), { issuers })).toBe(
      'invalid context-tampered',
    );
  });

  it('may be missing from the proof', async () => {
    const { '@context': contexts, ...bare } = buildOb3(ed);
    const proof = await prove('eddsa-jcs-2022', bare, { key: ed.signing });
    expect(proof['@context']).toBeUndefined();
    // Signed was a document without contexts, which is another one.
    expect(await judge({ '@context': contexts ?? null, ...bare, proof }, { issuers })).toBe(
      'invalid signature',
    );
  });

  it('change nothing about the order of members, and everything about a member more', async () => {
    const document = await issueOb3(ed, { proof: 'eddsa-jcs-2022' });
    const turned = Object.fromEntries(Object.entries(document).toReversed());
    expect(await judge(turned, { issuers })).toBe('valid');
    expect(await judge({ ...document, distinction: 'summa cum laude' }, { issuers })).toBe(
      'invalid signature',
    );
    expect(await judge({ ...document, evidence: [] }, { issuers })).toBe('invalid signature');
  });

  it('are refused in a proof over the graph', async () => {
    for (const [issuer, proof] of [
      [ed, 'eddsa-rdfc-2022'],
      [ec, 'ecdsa-rdfc-2019'],
    ] as const) {
      const document = await issueOb3(issuer, { proof });
      const bent = withProof(document, { '@context': document['@context'] ?? null });
      expect(await judge(bent, { issuers })).toBe('invalid context-tampered');
    }
  });
});

describe('the value of a proof that reveals a part (ecdsa-sd-2023)', () => {
  type Parts = [Uint8Array, Uint8Array, Uint8Array[], Map<number, Uint8Array>, number[]];
  const order = { proof: 'ecdsa-sd-2023' as const, mandatory: ['/issuer', '/validFrom'] };
  const revealed = async () => disclose(await issueOb3(ec, order), ['/type', '/credentialSubject', '/name']);
  const bend = (document: JsonObject, change: (parts: Parts) => unknown): JsonObject => {
    const bytes = Buffer.from(String(proofOf(document).proofValue).slice(1), 'base64url');
    const parts = decode(bytes.subarray(3), { useMaps: true }) as Parts;
    const value = Buffer.concat([bytes.subarray(0, 3), encode(change(parts))]);
    return withProof(document, { proofValue: `u${value.toString('base64url')}` });
  };

  it('is refused when one label stands for two things', async () => {
    const bent = bend(await revealed(), ([base, key, signatures, labels, indexes]) => {
      const [first = new Uint8Array()] = labels.values();
      return [base, key, signatures, new Map([...labels.keys()].map((place) => [place, first])), indexes];
    });
    expect(readDerivedProof(proofOf(await revealed()))).toMatchObject({ ok: true });
    expect(readDerivedProof(proofOf(bent))).toMatchObject({
      ok: false,
      problem: { code: 'signature', detail: 'the proof gives two things one label' },
    });
    expect(await judge(bent, { issuers })).toBe('invalid signature');
  });

  it.each<[string, (parts: Parts) => unknown]>([
    ['a signature less', ([a, b, signatures, d, e]) => [a, b, signatures.slice(1), d, e]],
    ['signatures in another order', ([a, b, signatures, d, e]) => [a, b, signatures.toReversed(), d, e]],
    ['nothing always shown', ([a, b, c, d]) => [a, b, c, d, []]],
    ['everything always shown', ([a, b, , d]) => [a, b, [], d, Array.from({ length: 200 }, (_, at) => at)]],
    ['no labels', ([a, b, c, , e]) => [a, b, c, new Map(), e]],
    ['a key cut short', ([a, key, c, d, e]) => [a, key.slice(0, 34), c, d, e]],
    [
      'a key off the curve',
      ([a, key, c, d, e]) => [a, Buffer.concat([key.slice(0, 3), Buffer.alloc(32, 255)]), c, d, e],
    ],
    ['a part more', (parts) => [...parts, 1]],
    ['a text instead', () => 'x'],
  ])('is refused with %s', async (_what, change) => {
    expect(await judge(bend(await revealed(), change), { issuers })).toBe('invalid signature');
  });

  it('cannot be signed by a key that is only carried along', async () => {
    const thief = createIssuer({ kind: 'did:web', host: 'ec.example', alg: 'ES256', seed: 'thief of parts' });
    const forged = await disclose(await issueOb3(thief, order), ['/type', '/credentialSubject', '/name']);
    expect(await judge(forged, { issuers })).toBe('invalid signature');
  });
});

describe('a proof of a credential', () => {
  it.each<[ProofSuite, typeof ed]>([
    ['eddsa-jcs-2022', ed],
    ['ecdsa-rdfc-2019', ec],
    ['JsonWebSignature2020', ec384],
  ])('%s ends, begins and is bound to no presentation, as with every suite', async (suite, issuer) => {
    const sign = (proof: JsonObject, created = new Date('2026-01-01T00:00:00Z')) =>
      signEmbedded(buildOb3(issuer), { key: issuer.signing, suite, created, proof });
    expect(await judge(await sign({ expires: '2026-05-01T00:00:00Z' }), { issuers })).toBe('invalid expired');
    expect(await judge(await sign({}, new Date('2099-01-01')), { issuers })).toBe('invalid not-yet-valid');
    expect(await judge(await sign({ domain: 'shop.example' }), { issuers })).toBe('invalid issuer-unbound');
  });
});
