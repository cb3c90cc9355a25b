import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  createIssuer,
  type Documents,
  didDocument,
  issueOb3,
  judge,
  signEmbedded,
  statusEntry,
  statusList,
  verify,
} from '#tests/support/signing/index.ts';

/* Attacks on embedded proofs (verification.md §6.2), each on a credential signed for the purpose. */

const issuer = createIssuer({ kind: 'did:web', seed: 'attacked' });
const issuers = [issuer];
const contexts = (document: JsonObject) => document['@context'] as string[];
const subjectOf = (document: JsonObject) => document.credentialSubject as JsonObject;
const withAchievement = (
  document: JsonObject,
  change: (achievement: JsonObject) => JsonObject,
): JsonObject => {
  const subject = subjectOf(document);
  return {
    ...document,
    credentialSubject: { ...subject, achievement: change(subject.achievement as JsonObject) },
  };
};

describe('members that the signature does not cover', () => {
  it('are refused when no context knows them', async () => {
    const document = await issueOb3(issuer);
    expect(await judge({ ...document, distinction: 'summa cum laude' }, { issuers })).toBe(
      'invalid context-tampered',
    );
  });

  it('cannot be swapped by an inline context', async () => {
    const base = 'https://vocab.example/';
    const inline = { grade: `${base}a`, level: `${base}b` };
    const swapped = { grade: `${base}b`, level: `${base}a` };
    const plain = await issueOb3(issuer);
    const unsigned = {
      ...plain,
      proof: null,
      '@context': [...contexts(plain), inline],
      grade: 'fail',
      level: 'A',
    };
    const { proof: _none, ...bare } = unsigned;
    const options = {
      key: issuer.signing,
      suite: 'eddsa-rdfc-2022',
      created: new Date('2026-01-01'),
    } as const;
    const signed = await signEmbedded(bare as JsonObject, options);
    const attacked = { ...signed, '@context': [...contexts(plain), swapped], grade: 'A', level: 'fail' };
    expect(await judge(signed, { issuers })).toBe('invalid context-tampered');
    expect(await judge(attacked, { issuers })).toBe('invalid context-tampered');
  });

  it('cannot hide behind a nested context', async () => {
    const document = await issueOb3(issuer);
    const attacked = withAchievement(document, (achievement) => ({ '@context': {}, ...achievement }));
    expect(await judge(attacked, { issuers })).toBe('invalid context-tampered');
  });

  it.each([
    ['a full address', (a: JsonObject) => ({ ...a, name: undefined, 'https://schema.org/name': a.name })],
    ['a keyword', (a: JsonObject) => ({ ...a, id: undefined, '@id': a.id })],
  ])('cannot be spelled as %s', async (_how, change) => {
    const document = await issueOb3(issuer);
    const attacked = withAchievement(document, change as unknown as (a: JsonObject) => JsonObject);
    expect(await judge(attacked, { issuers })).toBe('invalid context-tampered');
  });

  it('cannot take the status or the end out of sight', async () => {
    const url = `${issuer.root}/status/hidden`;
    await statusList(issuer, { url, set: [3] });
    const document = await issueOb3(issuer, {
      status: statusEntry(url, 3),
      validUntil: '2026-06-01T00:00:00Z',
    });
    const { credentialStatus, validUntil, ...rest } = document;
    const base = 'https://www.w3.org/2018/credentials#';
    const hidden = { ...rest, [`${base}credentialStatus`]: credentialStatus, validUntil };
    expect(await judge(hidden, { issuers })).toBe('invalid context-tampered');
    const listed = { ...rest, credentialStatus: [credentialStatus], validUntil: [validUntil] };
    expect(await judge(listed, { issuers })).toMatch(/^invalid/);
    expect(await judge(rest, { issuers })).toBe('invalid signature');
  });

  it('yield no skills when they were added', async () => {
    const document = await issueOb3(issuer);
    const attacked = withAchievement(document, (achievement) => ({ ...achievement, tag: ['surgery'] }));
    const report = await verify(attacked, { issuers, resolver: everything });
    expect(report.verdict).toBe('invalid');
    expect(report.skills.filter(({ counts }) => counts)).toEqual([]);
  });
});

const everything = {
  byUri: (uri: string) => ({ skillKey: 1, label: uri, uri }),
  byLabel: (text: string) => [{ skillKey: 2, label: text, uri: 'urn:x', confidence: 1 }],
};

describe('proofs', () => {
  it('made for something else are refused', async () => {
    const cases: [JsonObject, string][] = [
      [{ domain: 'https://portal.example' }, 'invalid issuer-unbound'],
      [{ challenge: 'abc' }, 'invalid issuer-unbound'],
      [{ expires: '2026-06-01T00:00:00Z' }, 'invalid expired'],
      [{ previousProof: 'urn:uuid:nowhere' }, 'invalid signature'],
    ];
    for (const [proofMembers, wanted] of cases)
      expect(await judge(await issueOb3(issuer, { proofMembers }), { issuers })).toBe(wanted);
    expect(await judge(await issueOb3(issuer, { created: '2099-01-01T00:00:00Z' }), { issuers })).toBe(
      'invalid not-yet-valid',
    );
    const document = await issueOb3(issuer);
    const proof = { ...(document.proof as JsonObject), proofPurpose: 'authentication' };
    expect(await judge({ ...document, proof }, { issuers })).toBe('invalid signature');
  });

  it('of a victim cannot be forged by a key in a fragment', async () => {
    const victim = createIssuer({ kind: 'did:key', seed: 'victim' });
    const thief = createIssuer({ kind: 'did:key', seed: 'thief' });
    const methodId = `${victim.id}#${thief.id.slice('did:key:'.length)}`;
    const claimed = { ...thief, id: victim.id, signing: { ...thief.signing, methodId } };
    expect(await judge(await issueOb3(claimed))).toBe('invalid issuer-unbound');
    expect(await judge(await issueOb3({ ...thief, id: victim.id }))).toBe('invalid issuer-unbound');
  });

  it('by a withdrawn or ended key are refused, whatever date they bear', async () => {
    const document = await issueOb3(issuer, { created: '2025-01-01T00:00:00Z' });
    const publish = (method: JsonObject): Documents =>
      new Map([[`${issuer.root}/did.json`, didDocument(issuer, method)]]);
    const judged = (method: JsonObject) => judge(document, { documents: publish(method) });
    expect(await judged({})).toBe('valid');
    expect(await judged({ revoked: '2026-06-01T00:00:00Z' })).toBe('invalid key-revoked');
    expect(await judged({ expires: '2024-06-01T00:00:00Z' })).toBe('invalid key-revoked');
    expect(await judged({ controller: 'did:web:other.example' })).toBe('invalid issuer-unbound');
  });

  it('count only from keys that may sign credentials', async () => {
    const document = await issueOb3(issuer);
    const { assertionMethod: _none, ...rest } = didDocument(issuer);
    const documents: Documents = new Map([[`${issuer.root}/did.json`, rest as JsonObject]]);
    expect(await judge(document, { documents })).toBe('invalid issuer-unbound');
    const stranger = { ...didDocument(issuer), id: 'did:web:other.example' };
    expect(await judge(document, { documents: new Map([[`${issuer.root}/did.json`, stranger]]) })).toBe(
      'invalid issuer-unbound',
    );
  });

  it('in a set must all hold, and unknown kinds are no proofs', async () => {
    const document = await issueOb3(issuer);
    const good = document.proof as JsonObject;
    const forged = { ...good, created: '2026-02-02T00:00:00Z' };
    expect(await judge({ ...document, proof: [good, forged] }, { issuers })).toBe('invalid signature');
    expect(await judge({ ...document, proof: [good, { type: 'SomeProof' }] }, { issuers })).toBe('valid');
    expect(await judge({ ...document, proof: [{ type: 'SomeProof' }] }, { issuers })).toBe(
      'unknown unsupported-suite',
    );
  });

  it('in a chain cover the proofs before them', async () => {
    const first = await issueOb3(issuer, { proofMembers: { id: 'urn:uuid:first' } });
    const options = {
      key: issuer.signing,
      suite: 'eddsa-rdfc-2022',
      created: new Date('2026-01-02'),
    } as const;
    const { proof, ...plain } = first;
    const other = await issueOb3(issuer, {
      created: '2026-03-03T00:00:00Z',
      proofMembers: { id: 'urn:uuid:first' },
    });
    expect(await judge({ ...plain, proof: [other.proof ?? null] }, { issuers })).toBe('valid');
    const alone = await signEmbedded(plain, { ...options, proof: { previousProof: 'urn:uuid:first' } });
    const added = alone.proof ?? null;
    expect(await judge({ ...plain, proof: [proof ?? null, added] }, { issuers })).toBe('invalid signature');
    const circle = { ...(proof as JsonObject), previousProof: 'urn:uuid:first' };
    expect(await judge({ ...plain, proof: [circle] }, { issuers })).toBe('invalid malformed');
  });

  it('by a key of small order prove nothing', async () => {
    const { signing } = issuer;
    const document = await issueOb3(issuer);
    const weak = {
      publicKeyMultibase: undefined,
      type: 'JsonWebKey',
      publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: `AQ${'A'.repeat(41)}` },
    };
    const documents: Documents = new Map([
      [`${issuer.root}/did.json`, JSON.stringify(didDocument(issuer, weak as unknown as JsonObject))],
    ]);
    const zero = {
      ...(document.proof as JsonObject),
      proofValue: `z${'1'.repeat(64)}`,
      verificationMethod: signing.methodId,
    };
    expect(await judge({ ...document, proof: zero }, { documents })).toBe('invalid signature');
  });
});
