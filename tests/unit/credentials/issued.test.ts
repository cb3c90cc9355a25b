import { describe, expect, it } from 'vitest';
import {
  bakedPng,
  bakedSvg,
  createIssuer,
  issueJwt,
  issueOb2Hosted,
  issueOb2Signed,
  issueOb3,
  judge,
  publishRevocationList,
  statusEntry,
  statusList,
  verify,
} from '#tests/support/signing/index.ts';

const issuer = createIssuer({ kind: 'did:web', seed: 'issued' });
const issuers = [issuer];

describe('credentials issued by the standard libraries', () => {
  it.each(['did:key', 'did:web', 'did:jwk', 'https'] as const)(
    'stand when the issuer is a %s',
    async (kind) => {
      const own = createIssuer({ kind, seed: 'kinds' });
      expect(await judge(await issueOb3(own), { issuers: [own] })).toBe('valid');
      expect(await judge(issueJwt(own), { issuers: [own] })).toBe('valid');
    },
  );

  it.each(['eddsa-rdfc-2022', 'Ed25519Signature2020'] as const)(
    'stand with %s in both data models',
    async (proof) => {
      for (const model of ['1.1', '2.0'] as const)
        expect(await judge(await issueOb3(issuer, { proof, model }), { issuers })).toBe('valid');
    },
  );

  it.each(['EdDSA', 'ES256', 'ES384', 'ES256K', 'RS256'] as const)('stand as VC-JWT with %s', async (alg) => {
    const own = createIssuer({ kind: 'did:web', alg, seed: 'algorithms' });
    expect(await judge(issueJwt(own), { issuers: [own] })).toBe('valid');
    expect(await judge(issueJwt(own, { form: 'vc-claim' }), { issuers: [own] })).toBe('valid');
    if (alg === 'RS256')
      expect(await judge(issueJwt(own, { alg: 'PS256' }), { issuers: [own] })).toBe('valid');
  });

  it('stand as Open Badges 2.0, hosted and signed', async () => {
    const own = createIssuer({ kind: 'https', alg: 'RS256', seed: 'ob2' });
    expect(await judge(issueOb2Hosted(own), { issuers: [own] })).toBe('valid');
    expect(await judge(issueOb2Signed(own), { issuers: [own] })).toBe('valid');
  });

  it('stand baked into pictures', async () => {
    const document = JSON.stringify(await issueOb3(issuer));
    const token = issueJwt(issuer);
    const hosted = JSON.stringify(issueOb2Hosted(issuer));
    for (const content of [bakedPng(document), bakedSvg(document), bakedPng(token), bakedSvg(token)])
      expect(await judge(content, { issuers })).toBe('valid');
    for (const content of [
      bakedPng(hosted, 'ob2'),
      bakedSvg(hosted, 'ob2'),
      bakedSvg(`${issuer.root}/assertions/1.json`, 'ob2'),
    ])
      expect(await judge(content, { issuers })).toBe('valid');
  });

  it('are found behind a plain link', async () => {
    issueOb2Hosted(issuer);
    expect(await judge(`  ${issuer.root}/assertions/1.json\n`, { issuers })).toBe('valid');
    expect(await judge('http://127.0.0.1:8080/badge.json')).toBe('unknown ssrf-blocked');
    expect(await judge('https://nobody.example/badge.json')).toBe('unknown issuer-unresolvable');
  });

  it('list all eight checks, and none as passed that was not carried out', async () => {
    const good = await verify(await issueOb3(issuer), { issuers });
    expect(good.checks.map(({ name, result }) => `${name} ${result}`)).toEqual([
      'well-formed pass',
      'proof pass',
      'issuer pass',
      'recipient not-applicable',
      'dates pass',
      'status not-applicable',
      'schema pass',
      'endorsements not-applicable',
    ]);
    const lone = await verify(await issueOb3(issuer));
    expect(lone.checks.find(({ name }) => name === 'proof')?.result).toBe('unknown');
    expect(lone.code).toBe('issuer-unresolvable');
  });
});

describe('credentials that do not stand', () => {
  it('are told apart by their codes', async () => {
    const document = await issueOb3(issuer, { tags: ['ladders'] });
    const subject = document.credentialSubject as { achievement: object };
    const achievement = { ...subject.achievement, name: 'Brain surgery' };
    const tampered = { ...document, credentialSubject: { ...subject, achievement } };
    expect(await judge(tampered, { issuers })).toBe('invalid signature');
    expect(await judge(await issueOb3(issuer, { validUntil: '2026-11-22T00:00:00Z' }), { issuers })).toBe(
      'invalid expired',
    );
    expect(await judge(await issueOb3(issuer, { validFrom: '2027-01-01T00:00:00Z' }), { issuers })).toBe(
      'invalid not-yet-valid',
    );
    const unknown = {
      ...document,
      '@context': [...(document['@context'] as string[]), 'https://lab.example/v1'],
    };
    expect(await judge(unknown, { issuers })).toBe('invalid context-unknown');
    expect(await judge({ ...document, proof: undefined }, { issuers })).toBe('invalid missing-proof');
    expect(await judge(JSON.stringify(document).slice(0, -40), { issuers })).toBe('invalid malformed');
    expect(await judge(bakedPng(JSON.stringify(document)).subarray(0, 300), { issuers })).toBe(
      'invalid malformed',
    );
  });

  it('are refused when another key signed them', async () => {
    const thief = createIssuer({ kind: 'did:web', host: 'issuer.example', slug: 'college', seed: 'thief' });
    expect(await judge(await issueOb3(thief), { issuers })).toBe('invalid signature');
    const stranger = createIssuer({ kind: 'did:key', seed: 'stranger' });
    const claimed = { ...stranger, id: issuer.id };
    expect(await judge(await issueOb3(claimed), { issuers })).toBe('invalid issuer-unbound');
    expect(await judge(issueJwt(claimed), { issuers })).toBe('invalid issuer-unbound');
  });

  it('are refused once the issuer withdraws them', async () => {
    const url = `${issuer.root}/status/1`;
    const entry = statusEntry(url, 9);
    const document = await issueOb3(issuer, { status: entry });
    await statusList(issuer, { url, set: [8] });
    expect(await judge(document, { issuers })).toBe('valid');
    await statusList(issuer, { url, set: [8, 9] });
    expect(await judge(document, { issuers })).toBe('invalid revoked');
    expect(await judge(issueJwt(issuer, { status: entry }), { issuers })).toBe('invalid revoked');
    issuer.documents.delete(url);
    expect(await judge(document, { issuers })).toBe('unknown status-unavailable');
  });

  it('are refused once an OB 2.0 revocation list names them', async () => {
    const own = createIssuer({ kind: 'https', alg: 'RS256', seed: 'ob2 list' });
    const id = `${own.root}/assertions/1.json`;
    const list = publishRevocationList(own, [{ id, revocationReason: 'Issued by mistake' }]);
    const document = issueOb2Hosted(own, { profile: { revocationList: list } });
    const report = await verify(document, { issuers: [own] });
    expect(report).toMatchObject({ verdict: 'invalid', code: 'revoked', watch: { statusLists: [list] } });
    expect(report.checks.find(({ name }) => name === 'status')?.message).toContain('Issued by mistake');
    publishRevocationList(own, [{ id, revoked: false }]);
    expect(await judge(document, { issuers: [own] })).toBe('valid');
  });
});

describe('recipient', () => {
  it.each([
    ['hashed with salt', { salt: 'pepper' }],
    ['hashed without salt', { salt: '' }],
    ['in plain', { salt: null }],
  ])('is recognised %s, in any case, and never changes the verdict', async (_how, { salt }) => {
    const document = await issueOb3(issuer, { email: 'ada@example.org', salt });
    const mine = await verify(document, { issuers, emails: ['Ada@Example.org'] });
    expect([mine.verdict, mine.bound]).toEqual(['valid', 'yes']);
    const other = await verify(document, { issuers, emails: ['bob@example.org', 'аda@example.org'] });
    expect([other.verdict, other.bound, other.code]).toEqual(['valid', 'no', null]);
    expect((await verify(document, { issuers })).bound).toBe('not-asked');
  });

  it('is recognised by a DID', async () => {
    const document = await issueOb3(issuer, { subjectId: 'did:key:z6MkAda' });
    expect((await verify(document, { issuers, dids: ['did:key:z6MkAda'] })).bound).toBe('yes');
    expect((await verify(document, { issuers, dids: ['did:key:z6MkBob'] })).bound).toBe('no');
  });
});
