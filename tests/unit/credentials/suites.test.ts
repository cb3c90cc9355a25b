import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  buildOb3,
  createIssuer,
  disclose,
  issueOb3,
  judge,
  type ProofSuite,
  prove,
  verify,
} from '#tests/support/signing/index.ts';

/* Every suite of embedded proofs (verification.md §2.5), signed by the standard libraries, alone and together. */

type Algorithm = 'EdDSA' | 'ES256' | 'ES384' | 'ES256K' | 'RS256';

const rows: [ProofSuite, Algorithm][] = [
  ['eddsa-rdfc-2022', 'EdDSA'],
  ['eddsa-jcs-2022', 'EdDSA'],
  ['ecdsa-rdfc-2019', 'ES256'],
  ['ecdsa-rdfc-2019', 'ES384'],
  ['Ed25519Signature2020', 'EdDSA'],
  ['Ed25519Signature2018', 'EdDSA'],
  ['JsonWebSignature2020', 'EdDSA'],
  ['JsonWebSignature2020', 'ES256'],
  ['JsonWebSignature2020', 'ES384'],
  ['JsonWebSignature2020', 'ES256K'],
  ['JsonWebSignature2020', 'RS256'],
];

const issuerWith = (alg: Algorithm) =>
  createIssuer({ kind: 'did:web', host: `${alg.toLowerCase()}.example`, alg, seed: 'suites' });

const rename = (document: JsonObject, name: string): JsonObject => {
  const subject = document.credentialSubject as JsonObject;
  const achievement = { ...(subject.achievement as JsonObject), name };
  return { ...document, credentialSubject: { ...subject, achievement } };
};

describe.each(rows)('%s with %s', (proof, alg) => {
  const issuer = issuerWith(alg);
  const issuers = [issuer];

  it('stands in both data models', async () => {
    for (const model of ['1.1', '2.0'] as const)
      expect(await judge(await issueOb3(issuer, { proof, model }), { issuers })).toBe('valid');
  });

  it('falls with a changed word, date or proof option', async () => {
    const document = await issueOb3(issuer, { proof });
    const own = document.proof as JsonObject;
    expect(await judge(rename(document, 'Brain surgery'), { issuers })).toBe('invalid signature');
    expect(await judge({ ...document, validFrom: '2026-01-02T00:00:00Z' }, { issuers })).toBe(
      'invalid signature',
    );
    const later = { ...document, proof: { ...own, created: '2026-02-01T00:00:00Z' } };
    expect(await judge(later, { issuers })).toBe('invalid signature');
  });

  it('is not vouched for by a stranger, and not made for another purpose', async () => {
    const stranger = { ...issuer, id: 'did:web:elsewhere.example:college' };
    const claimed = await issueOb3({ ...stranger, signing: issuer.signing }, { proof });
    const elsewhere = createIssuer({ kind: 'did:web', host: 'elsewhere.example', seed: 'suites' });
    expect(await judge(claimed, { issuers: [issuer, elsewhere] })).toBe('invalid issuer-unbound');
    const members = { proofPurpose: 'authentication' };
    expect(await judge(await issueOb3(issuer, { proof, proofMembers: members }), { issuers })).toBe(
      'invalid issuer-unbound',
    );
  });

  it('falls when its value is cut, too long or of another alphabet', async () => {
    const document = await issueOb3(issuer, { proof });
    const own = document.proof as JsonObject;
    const name = own.jws === undefined ? 'proofValue' : 'jws';
    const value = String(own[name]);
    for (const bent of [value.slice(0, -3), `${value}aaaa`, value.replace(/^./, 'u'), 'z0OIl', '.', 'z']) {
      const bad = { ...document, proof: { ...own, [name]: bent } };
      expect(await judge(bad, { issuers })).toMatch(/^invalid (?:signature|malformed)$/);
    }
    const { [name]: _gone, ...rest } = own;
    expect(await judge({ ...document, proof: rest }, { issuers })).toBe('invalid malformed');
  });
});

describe('a proof that reveals a part (ecdsa-sd-2023)', () => {
  const issuer = issuerWith('ES256');
  const issuers = [issuer];
  const mandatory = ['/issuer', '/validFrom', '/type', '/credentialSubject/achievement/criteria'];
  const order = { proof: 'ecdsa-sd-2023' as const, mandatory, tags: ['ladders', 'safety'] };
  const shown = ['/credentialSubject/type', '/credentialSubject/achievement', '/name'];

  it('stands with what it reveals, and only that is read', async () => {
    const revealed = await disclose(await issueOb3(issuer, order), shown);
    const report = await verify(revealed, { issuers });
    expect([report.verdict, report.code]).toEqual(['valid', null]);
    expect(report.credential?.title).toBe('Safe use of ladders');
    const less = await disclose(await issueOb3(issuer, order), ['/credentialSubject/achievement/id']);
    expect((less.credentialSubject as { achievement: JsonObject }).achievement.name).toBeUndefined();
    expect(await judge(less, { issuers })).toBe('invalid schema');
  });

  it('is the only kind that others can check', async () => {
    const report = await verify(await issueOb3(issuer, order), { issuers });
    expect([report.verdict, report.code]).toEqual(['unknown', 'unsupported-suite']);
    expect(report.checks.find(({ name }) => name === 'proof')?.message).toContain('derives');
  });

  it('falls with a word added, changed or left out', async () => {
    const revealed = await disclose(await issueOb3(issuer, order), shown);
    expect(await judge(rename(revealed, 'Brain surgery'), { issuers })).toBe('invalid signature');
    expect(await judge({ ...revealed, description: 'With honours' }, { issuers })).toBe('invalid signature');
    const { validFrom: _gone, ...without } = revealed;
    expect(await judge(without, { issuers })).toBe('invalid signature');
    const { name: _name, ...nameless } = revealed;
    expect(await judge(nameless, { issuers })).toBe('invalid signature');
  });

  it('does not take statements from another credential of the issuer', async () => {
    const [one, two] = [
      await disclose(await issueOb3(issuer, order), shown),
      await disclose(await issueOb3(issuer, { ...order, title: 'Brain surgery' }), shown),
    ];
    expect(await judge({ ...one, proof: two.proof ?? null }, { issuers })).toBe('invalid signature');
  });
});

describe('proofs together', () => {
  const [ed, p256] = [issuerWith('EdDSA'), issuerWith('ES256')];
  // One issuer with two keys: the second is added to the first one's document.
  const both = createIssuer({ kind: 'did:web', host: 'both.example', seed: 'suites' });
  const second = { methodId: `${both.id}#key-2`, jwk: p256.signing.jwk };
  const did = both.documents.get(`${both.root}/did.json`) as JsonObject;
  const { x = '', y = '' } = p256.signing.jwk;
  const publicKeyJwk = { kty: 'EC', crv: 'P-256', x, y };
  const added = { id: second.methodId, type: 'JsonWebKey', controller: both.id, publicKeyJwk };
  both.documents.set(`${both.root}/did.json`, {
    ...did,
    verificationMethod: [...(did.verificationMethod as JsonObject[]), added],
    assertionMethod: [both.signing.methodId, second.methodId],
  });
  const issuers = [both, ed];
  const document = buildOb3(both);
  const first = () =>
    prove('eddsa-rdfc-2022', document, { key: both.signing, members: { id: 'urn:uuid:a' } });

  it('stand side by side when each is right, whatever its suite', async () => {
    const set = [await first(), await prove('ecdsa-rdfc-2019', document, { key: second })];
    expect(await judge({ ...document, proof: set }, { issuers })).toBe('valid');
    expect(await judge({ ...document, proof: set.toReversed() }, { issuers })).toBe('valid');
  });

  it('fall when one of them is wrong', async () => {
    const wrong = await prove('ecdsa-rdfc-2019', { ...document, name: 'Else' }, { key: second });
    expect(await judge({ ...document, proof: [await first(), wrong] }, { issuers })).toBe(
      'invalid signature',
    );
    expect(await judge({ ...document, proof: [wrong, await first()] }, { issuers })).toBe(
      'invalid signature',
    );
    const jcs = await prove('eddsa-jcs-2022', { ...document, name: 'Else' }, { key: both.signing });
    expect(await judge({ ...document, proof: [await first(), jcs] }, { issuers })).toBe('invalid signature');
  });

  it('build on each other across suites, and on nothing else', async () => {
    const a = await first();
    const members = { id: 'urn:uuid:b', previousProof: 'urn:uuid:a' };
    const b = await prove('ecdsa-rdfc-2019', { ...document, proof: [a] }, { key: second, members });
    const last = { previousProof: ['urn:uuid:a', 'urn:uuid:b'] };
    const c = await prove(
      'eddsa-jcs-2022',
      { ...document, proof: [a, b] },
      { key: both.signing, members: last },
    );
    expect(await judge({ ...document, proof: [a, b, c] }, { issuers })).toBe('valid');
    expect(await judge({ ...document, proof: [b, c] }, { issuers })).toBe('invalid signature');
    const other = await prove('eddsa-rdfc-2022', document, {
      key: both.signing,
      members: { id: 'urn:uuid:a', nonce: 'another' },
    });
    expect(await judge({ ...document, proof: [other, b] }, { issuers })).toBe('invalid signature');
    expect(await judge({ ...document, proof: [a, a, b] }, { issuers })).toBe('invalid malformed');
  });

  it('must not build on themselves, also not by way of one that is not checked here', async () => {
    const a = { ...(await first()), previousProof: 'urn:uuid:b' };
    const b = { ...a, id: 'urn:uuid:b', previousProof: 'urn:uuid:a' };
    expect(await judge({ ...document, proof: [a, b] }, { issuers })).toBe('invalid malformed');
    const strange = { type: 'BbsBlsSignature2020', id: 'urn:uuid:c', previousProof: 'urn:uuid:c' };
    const built = await prove(
      'ecdsa-rdfc-2019',
      { ...document, proof: [strange] },
      {
        key: second,
        members: { previousProof: 'urn:uuid:c' },
      },
    ).catch(() => null);
    expect(built).toBeNull();
    expect(await judge({ ...document, proof: [await first(), strange] }, { issuers })).toBe(
      'invalid malformed',
    );
  });

  it('are at most eight', async () => {
    const set = Array.from({ length: 9 }, () => ({}));
    const proofs = await Promise.all(
      set.map(() => prove('eddsa-rdfc-2022', document, { key: both.signing })),
    );
    expect(await judge({ ...document, proof: proofs }, { issuers })).toBe('invalid malformed');
    expect(await judge({ ...document, proof: proofs.slice(1) }, { issuers })).toBe('valid');
  });

  it.each(['eddsa-2022', 'bbs-2023'])('of %s are left for later', async (cryptosuite) => {
    const proof = { ...(await first()), cryptosuite };
    expect(await judge({ ...document, proof }, { issuers })).toBe('unknown unsupported-suite');
  });
});
