import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { readTimeStamp } from '#server/credentials/gather/edc/time-stamp.ts';
import { makeCertificate } from '#tests/support/signing/certificates.ts';
import {
  authority,
  buildEdc,
  type EdcOrder,
  escoSkill,
  issueEdc,
  makeTimeStamp,
  organisation,
  strangeAuthority,
} from '#tests/support/signing/edc.ts';
import { judge, verify } from '#tests/support/signing/verify.ts';

/* European Digital Credentials, sealed afresh (verification.md §2.12). */

const settings = { sealRoots: [authority.pem] };
const ask = (order: EdcOrder = {}) => judge(issueEdc(order), { settings });
const skills = [1, 2, 3, 4, 5].map(escoSkill);
const resolver = {
  byUri: (uri: string) =>
    skills.includes(uri) ? { skillKey: skills.indexOf(uri) + 1, label: uri, uri } : null,
  byLabel: () => [],
};

describe('a European Digital Credential', () => {
  it.each<[string, EdcOrder]>([
    ['by an elliptic key', {}],
    ['by RSA', { alg: 'RS256' }],
    ['by RSA-PSS', { alg: 'PS256' }],
    ['with its payload encoded', { encoded: true }],
    ['without extensions', { encoded: true, header: { crit: null, adoTst: null } }],
    ['without a stated time', { header: { crit: ['b64'], sigT: null, adoTst: null } }],
  ])('stands when it is sealed %s', async (_how, order) => {
    expect(await ask(order)).toBe('valid');
  });

  it('stands under an authority between', async () => {
    const between = makeCertificate({ name: { commonName: 'Between' }, under: authority, authority: true });
    expect(await ask({ under: between, chain: [between] })).toBe('valid');
    expect(await ask({ under: between })).toBe('unknown issuer-unresolvable');
  });

  it('gives the skills of what was achieved, at every place, and none of what was attended', async () => {
    const report = await verify(issueEdc(), { settings, resolver });
    const keys = report.skills.filter(({ counts }) => counts).map(({ skillKey }) => skillKey);
    expect(keys.sort()).toEqual([1, 2, 3, 4]);
  });

  it('tells what it states in the words of its language maps', async () => {
    const { credential, tier } = await verify(issueEdc(), { settings });
    expect(credential).toMatchObject({
      kind: 'certificate',
      title: 'Safe use of ladders',
      issuer: { id: `eidas:${organisation}`, name: 'Academy of Ladders', url: 'https://academy.example' },
      results: [{ name: 'Practice wall', value: 'Pass', type: 'Result' }],
      tags: ['Climbs', 'Stores', 'In rain'],
      facts: [
        { term: 'eqf-level', value: 'Level 6' },
        { term: 'credit', value: '2 European Credit Transfer System' },
        { term: 'workload', value: 'PT60H' },
        { term: 'supervision', value: 'Supervised with ID verification' },
      ],
    });
    expect(tier).toEqual({ level: 3, rule: 'marked-exam' });
  });

  it('binds by its mailbox, and keeps nothing else about the person', async () => {
    const report = await verify(issueEdc(), { settings, emails: ['ADA@example.org'] });
    expect(report.bound).toBe('yes');
    expect((await verify(issueEdc(), { settings, emails: ['bob@example.org'] })).bound).toBe('no');
    expect(JSON.stringify(report)).not.toMatch(/Andromeda|1999|LA-234218|ada@example/);
  });

  it('ends when it says so', async () => {
    expect(await ask({ content: buildEdc({ expirationDate: '2026-06-01T00:00:00Z' }) })).toBe(
      'invalid expired',
    );
    expect(await ask({ content: buildEdc({ validFrom: '2027-06-01T00:00:00Z' }) })).toBe(
      'invalid not-yet-valid',
    );
    expect(await ask({ content: buildEdc({ validUntil: 'soon' }) })).toBe('invalid malformed');
  });

  it('is unknown where a status is named that nobody can read', async () => {
    const content = buildEdc({ credentialStatus: { id: 'https://status.example/1', type: 'EdcStatus' } });
    expect(await ask({ content })).toBe('unknown status-unavailable');
  });
});

describe('the certificate of a seal', () => {
  const name = { commonName: 'Seal', organizationIdentifier: organisation };

  it.each<[string, EdcOrder, string]>([
    ['under an authority that nobody trusts', { under: strangeAuthority }, 'unknown issuer-unresolvable'],
    [
      'under a trusted name with another key',
      {
        under: makeCertificate({
          name: { commonName: 'Seal Authority' },
          key: strangeAuthority.key,
          authority: true,
        }),
      },
      'unknown issuer-unresolvable',
    ],
    [
      'under a certificate that is no authority',
      (() => {
        const end = makeCertificate({ name: { commonName: 'End' }, under: authority });
        return { under: end, chain: [end] };
      })(),
      'unknown issuer-unresolvable',
    ],
    [
      'under an authority that has ended',
      (() => {
        const until = new Date('2026-06-01T00:00:00Z');
        const ended = makeCertificate({
          name: { commonName: 'Ended' },
          under: authority,
          authority: true,
          until,
        });
        return { under: ended, chain: [ended] };
      })(),
      'unknown issuer-unresolvable',
    ],
    ['of an authority itself', { certificate: { authority: true } }, 'invalid issuer-unbound'],
    [
      'of another organisation',
      { certificate: { name: { ...name, organizationIdentifier: 'VATES-B0' } } },
      'invalid issuer-unbound',
    ],
    ['of no organisation', { certificate: { name: { commonName: 'Seal' } } }, 'invalid issuer-unbound'],
    [
      'with the organisation hidden in another name',
      { certificate: { name: { commonName: `x\norganizationIdentifier=${organisation}` } } },
      'invalid issuer-unbound',
    ],
    [
      'that ended since',
      { certificate: { until: new Date('2026-06-01T00:00:00Z') } },
      'unknown status-unavailable',
    ],
    [
      'that ended before the seal',
      { certificate: { until: new Date('2026-01-01T12:00:00Z') } },
      'invalid key-revoked',
    ],
    [
      'that began after the seal',
      { certificate: { from: new Date('2026-02-01T00:00:00Z') } },
      'invalid issuer-unbound',
    ],
    [
      'that ended, without a stated time',
      {
        certificate: { until: new Date('2026-06-01T00:00:00Z') },
        header: { crit: ['b64'], sigT: null, adoTst: null },
      },
      'unknown status-unavailable',
    ],
  ])('%s does not prove it', async (_how, order, wanted) => {
    expect(await ask(order)).toBe(wanted);
  });

  it('proves nothing where nobody is trusted', async () => {
    expect(await judge(issueEdc())).toBe('unknown issuer-unresolvable');
    const report = await verify(issueEdc());
    expect(report.checks.find(({ name: check }) => check === 'issuer')?.message).toMatch(
      /^Its seal leads to no authority/,
    );
  });
});

describe('a seal', () => {
  const seal = issueEdc();
  const [signature = {}] = seal.signatures as JsonObject[];
  const forged = JSON.stringify(buildEdc({ validFrom: '2025-01-01T00:00:00Z' }));
  const withSeal = (members: JsonObject) => ({ ...seal, signatures: [{ ...signature, ...members }] });

  it.each<[string, JsonObject, string]>([
    ['of another document', { ...seal, payload: forged }, 'invalid signature'],
    [
      'of the same document in another spelling',
      { ...seal, payload: `${String(seal.payload)} ` },
      'invalid signature',
    ],
    ['without a signature', { ...seal, signatures: [] }, 'invalid missing-proof'],
    ['twice', { ...seal, signatures: [signature, signature] }, 'unknown unsupported-suite'],
    ['of an object', { ...seal, payload: buildEdc() }, 'invalid malformed'],
    ['with a key beside it', withSeal({ header: { alg: 'none' } }), 'invalid malformed'],
    ['with b64 beside it', withSeal({ header: { b64: true } }), 'invalid malformed'],
    ['of garbage', withSeal({ protected: '!!', signature: '' }), 'invalid malformed'],
    [
      'of an empty header',
      withSeal({ protected: Buffer.from('{}').toString('base64url') }),
      'invalid malformed',
    ],
    ['over names written twice', { ...seal, payload: '{"type":"a","type":"b"}' }, 'invalid malformed'],
  ])('%s is refused', async (_how, document, wanted) => {
    expect(await judge(document, { settings })).toBe(wanted);
  });

  it.each<[string, JsonObject, string]>([
    ['b64 that is not critical', { crit: ['sigT'] }, 'invalid malformed'],
    ['b64 that is a text', { b64: 'false' }, 'invalid malformed'],
    ['an encoded payload that is none', { b64: true }, 'invalid malformed'],
    ['critical members that are not there', { sigT: null }, 'invalid malformed'],
    ['a critical member twice', { crit: ['b64', 'b64'] }, 'invalid malformed'],
    ['an empty list of critical members', { crit: [] }, 'invalid malformed'],
    ['an unknown critical member', { crit: ['b64', 'sigPl'], sigPl: {} }, 'unknown unsupported-suite'],
    ['a moment that is none', { sigT: 'yesterday' }, 'invalid malformed'],
    ['a moment to come', { sigT: '2026-12-24T00:00:00Z' }, 'invalid not-yet-valid'],
    ['a time stamp that is none', { adoTst: { tstTokens: [{ val: 'AAAA' }] } }, 'invalid malformed'],
    ['no time stamp at all', { adoTst: {} }, 'invalid malformed'],
    ['no algorithm', { alg: 'none' }, 'invalid signature'],
    ['a secret as algorithm', { alg: 'HS256' }, 'unknown unsupported-suite'],
    ['an algorithm of another key', { alg: 'RS256' }, 'invalid signature'],
    ['another fingerprint', { 'x5t#S256': 'AAAA' }, 'invalid signature'],
    ['no fingerprint', { 'x5t#S256': null }, 'invalid malformed'],
    ['no certificate', { x5c: null, x5u: 'https://evil.example/chain.pem' }, 'unknown key-missing'],
    ['a certificate that is none', { x5c: ['AAAA'] }, 'invalid malformed'],
  ])('with %s is refused', async (_how, header, wanted) => {
    expect(await ask({ header })).toBe(wanted);
  });

  it.each<[string, JsonObject, string]>([
    [
      'no issuer that a certificate could name',
      { issuer: { id: 'urn:epass:org:1', type: 'Organisation' } },
      'invalid issuer-unbound',
    ],
    ['an issuer that is a text', { issuer: organisation }, 'invalid schema'],
    ['a mandate', { evidence: { type: ['Evidence', 'Mandate'] } }, 'unknown issuer-unresolvable'],
    ['another kind of document', { type: ['VerifiableCredential'] }, 'invalid schema'],
    [
      'no vocabulary of ELM',
      { '@context': ['https://www.w3.org/2018/credentials/v1'] },
      'invalid context-unknown',
    ],
    ['two people', { credentialSubject: [{}, {}] }, 'invalid schema'],
  ])('over %s', async (_how, members, wanted) => {
    expect(await ask({ content: buildEdc(members) })).toBe(wanted);
  });

  it('never stands with a byte changed', async () => {
    const [payload, head] = [String(seal.payload), String(signature.protected)];
    const change = (text: string, at: number) =>
      `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    for (let at = 0; at < payload.length; at += 41)
      expect(await judge({ ...seal, payload: change(payload, at) }, { settings })).not.toBe('valid');
    for (let at = 0; at < head.length; at += 41)
      expect(await judge(withSeal({ protected: change(head, at) }), { settings })).not.toBe('valid');
  });
});

describe('a time stamp', () => {
  it('is read to its moment, and anything else is none', () => {
    const good = Buffer.from(makeTimeStamp(), 'base64');
    expect(readTimeStamp(good)?.toISOString()).toBe('2026-01-02T00:00:00.000Z');
    expect(readTimeStamp(Buffer.from(makeTimeStamp('soon'), 'base64'))).toBeNull();
    for (let length = 0; length < good.length; length++)
      expect(readTimeStamp(good.subarray(0, length))).toBeNull();
    expect(readTimeStamp(Buffer.from('3084ffffffff', 'hex'))).toBeNull();
    expect(readTimeStamp(Buffer.from('3080', 'hex'))).toBeNull();
  });
});
