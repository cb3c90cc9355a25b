import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  createIssuer,
  encodeBits,
  issueJwt,
  issueOb3,
  judge,
  statusEntry,
  statusList,
  statusListToken,
  verify,
} from '#tests/support/signing/index.ts';

/* One test a row of verification.md §2.9: what an entry of `credentialStatus` says, by every kind of list. */

const issuer = createIssuer({ kind: 'did:key', seed: 'status rows' });
const issuers = [issuer];
const url = 'https://lists.example/rows';
const messages = [
  { status: '0x0', message: 'under way' },
  { status: '0x1', message: 'sent by post' },
  { status: '0x2', message: 'lost <b>twice</b>' },
];

const ask = (...status: JsonObject[]) => judge(issueJwt(issuer, { status }), { issuers });
const look = async (...status: JsonObject[]) => {
  const { verdict, code, checks, watch } = await verify(issueJwt(issuer, { status }), { issuers });
  const check = checks.find(({ name }) => name === 'status');
  return { verdict, code, message: check?.message ?? '', watch };
};

describe('a bit of BitstringStatusList', () => {
  it('says revoked, suspended or neither, by the purpose of its entry', async () => {
    await statusList(issuer, { url, set: [3], purpose: ['revocation', 'suspension'] });
    expect(await ask(statusEntry(url, 3))).toBe('invalid revoked');
    expect(await ask(statusEntry(url, 3, { statusPurpose: 'suspension' }))).toBe('invalid suspended');
    expect(await ask(statusEntry(url, 4), statusEntry(url, 4, { statusPurpose: 'suspension' }))).toBe(
      'valid',
    );
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is %i bits wide, from the left', async (statusSize) => {
    const top = 2 ** statusSize - 1;
    await statusList(issuer, { url, size: statusSize, set: { 5: top, 9: 1 } });
    for (const [index, wanted] of [
      [4, 'valid'],
      [5, 'invalid revoked'],
      [6, 'valid'],
      [9, 'invalid revoked'],
    ] as const)
      expect([index, await ask(statusEntry(url, index, { statusSize }))]).toEqual([index, wanted]);
  });

  it('for a message is shown, and never fails alone', async () => {
    const entry = (index: number | string) =>
      statusEntry(url, index, { statusPurpose: 'message', statusSize: 2, statusMessage: messages });
    await statusList(issuer, { url, size: 2, set: { 1: 1, 2: 2 }, purpose: 'message' });
    expect(await look(entry(1))).toMatchObject({
      verdict: 'valid',
      message: expect.stringMatching(/sent by post/),
    });
    expect((await look(entry(2))).message).toContain('lost <b>twice</b>');
    expect((await look(entry(0))).message).toContain('under way');
    expect(await ask(entry(999_999_999))).toBe('valid');
    expect(await ask(entry('x'))).toBe('valid');
    issuer.documents.delete(url);
    expect(await ask(entry(1))).toBe('valid');
    expect(await ask(entry(1), statusEntry('https://lists.example/none', 1))).toBe(
      'unknown status-unavailable',
    );
  });

  it('for a newer copy is shown, and never fails', async () => {
    await statusList(issuer, { url, set: [3], purpose: 'refresh' });
    const entry = (index: number) => statusEntry(url, index, { statusPurpose: 'refresh' });
    expect(await look(entry(3))).toMatchObject({
      verdict: 'valid',
      message: expect.stringMatching(/newer copy/),
    });
    expect((await look(entry(4))).message).not.toMatch(/newer copy/);
  });

  it('for something unknown is a remark, and must be readable', async () => {
    await statusList(issuer, { url, set: [3], purpose: 'colour' });
    const entry = (index: number) => statusEntry(url, index, { statusPurpose: 'colour' });
    expect(await look(entry(3))).toMatchObject({
      verdict: 'valid',
      message: expect.stringMatching(/colour/),
    });
    expect(await ask(entry(4))).toBe('valid');
    issuer.documents.delete(url);
    expect(await ask(entry(4))).toBe('unknown status-unavailable');
  });

  it('in a short list counts, with a remark', async () => {
    await statusList(issuer, { url, set: [3], entries: 64 });
    expect(await ask(statusEntry(url, 3))).toBe('invalid revoked');
    expect(await look(statusEntry(url, 4))).toMatchObject({
      verdict: 'valid',
      message: expect.stringMatching(/shorter/),
    });
    await statusList(issuer, { url, set: [3] });
    expect((await look(statusEntry(url, 4))).message).not.toMatch(/shorter/);
  });

  it('is handed on to a later look, with the time that the list may be kept', async () => {
    const members = { validUntil: '2026-12-01T00:00:00Z' };
    await statusList(issuer, { url, subject: { ttl: 300_000 }, members });
    const { watch } = await look(statusEntry(url, 7));
    const life = { ttlMs: 300_000, validUntil: members.validUntil };
    const place = { type: 'BitstringStatusListEntry', url, index: 7, size: 1, purpose: 'revocation' };
    expect(watch.statusEntries).toEqual([expect.objectContaining({ ...place, ...life })]);
    expect([watch.ttlMs, watch.statusLists]).toEqual([300_000, [url]]);
  });

  it('of a list without purpose, with another subject, or that is the credential itself does not clear', async () => {
    const encodedList = encodeBits({ 3: 1 });
    const faults: Parameters<typeof statusList>[1][] = [
      { url, subject: { statusPurpose: 'suspension' } },
      {
        url,
        members: { credentialSubject: { id: `${url}#list`, type: 'BitstringStatusList', encodedList } },
      },
      { url, subject: { statusPurpose: [] } },
      { url, members: { id: 'https://lists.example/other' } },
      { url, members: { validFrom: '2027-01-01T00:00:00Z' } },
    ];
    for (const fault of faults) {
      await statusList(issuer, { ...fault, set: [3] });
      expect([fault, await ask(statusEntry(url, 4))]).toEqual([fault, 'unknown status-list-invalid']);
      expect([fault, await ask(statusEntry(url, 3))]).toEqual([fault, 'invalid revoked']);
    }
    statusListToken(issuer, { url, set: [3], subject: { type: 'StatusList2021' } });
    expect(await ask(statusEntry(url, 4))).toBe('unknown status-list-invalid');
    expect(await ask(statusEntry(url, 3))).toBe('invalid revoked');
    const own = issueJwt(issuer, { id: url, status: statusEntry(`${url}#me`, 1) });
    issuer.documents.set(url, own);
    expect(await judge(own, { issuers })).toBe('unknown status-list-invalid');
  });

  it('of a list whose own status is a list of itself is not followed further', async () => {
    await statusList(issuer, { url, members: { credentialStatus: statusEntry(url, 5) }, set: [5] });
    expect(await ask(statusEntry(url, 4))).toBe('valid');
  });

  it('may be served as a token', async () => {
    statusListToken(issuer, { url, set: [3] });
    expect(await ask(statusEntry(url, 3))).toBe('invalid revoked');
    expect(await ask(statusEntry(url, 4))).toBe('valid');
    const token = String(issuer.documents.get(url));
    issuer.documents.set(url, `${token.slice(0, -8)}AAAAAAAA`);
    expect(await ask(statusEntry(url, 4))).toBe('unknown status-list-invalid');
    expect(await ask(statusEntry(url, 3))).toBe('invalid revoked');
  });
});

describe('the older lists', () => {
  const older = (kind: 'StatusList2021' | 'RevocationList2020') => async (set: number[]) =>
    statusList(issuer, { url, kind, set });

  it('of 2021 are read from the left, without the letter of their alphabet', async () => {
    await older('StatusList2021')([3]);
    const entry = (index: number) => statusEntry(url, index, { type: 'StatusList2021Entry' });
    expect(await ask(entry(3))).toBe('invalid revoked');
    expect(await ask(entry(4))).toBe('valid');
  });

  it('of 2020 have no purpose, and names of their own', async () => {
    await older('RevocationList2020')([3]);
    const context = 'https://w3id.org/vc-revocation-list-2020/v1';
    const badge = (index: string) => {
      const place = { revocationListIndex: index, revocationListCredential: url };
      const status = { id: `${url}#${index}`, type: 'RevocationList2020Status', ...place };
      const contexts = ['https://www.w3.org/ns/credentials/v2', context];
      return issueOb3(issuer, {
        status,
        members: {
          '@context': [
            contexts[0] ?? '',
            'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
            context,
          ],
        },
      });
    };
    expect(await judge(await badge('3'), { issuers })).toBe('invalid revoked');
    expect(await judge(await badge('4'), { issuers })).toBe('valid');
    expect(await judge(await badge('4x'), { issuers })).toBe('unknown status-list-invalid');
    issuer.documents.delete(url);
    expect(await judge(await badge('4'), { issuers })).toBe('unknown status-unavailable');
  });

  it('of a kind that is not known do not clear', async () => {
    for (const type of ['SomeStatus', 'CredentialStatusList2017', 'EthereumStatus', ''])
      expect([type, await ask({ id: url, type })]).toEqual([type, 'unknown status-unavailable']);
  });
});

describe('a list of ids (1EdTechRevocationList)', () => {
  const college = createIssuer({ kind: 'did:web', host: 'badges.example', seed: 'status ids' });
  const list = 'https://badges.example/revoked';
  const token = issueJwt(college, { status: { id: list, type: '1EdTechRevocationList' } });
  const id = `${college.root}/credentials/1`;
  const askList = (document: JsonObject) => {
    college.documents.set(list, document);
    return judge(token, { issuers: [college] });
  };

  it('revokes whom it names, unless it says that it does not', async () => {
    const rows = (row: JsonObject) => ({ id: list, issuer: college.id, revokedCredential: [row] });
    expect(await askList(rows({ id, revocationReason: 'by mistake' }))).toBe('invalid revoked');
    expect(await askList(rows({ id, revoked: true }))).toBe('invalid revoked');
    expect(await askList(rows({ id, revoked: false }))).toBe('valid');
    expect(await askList(rows({ id: 'urn:other' }))).toBe('valid');
    expect(await askList({ ...rows({ id }), issuer: 'did:web:other.example' })).toBe('invalid revoked');
  });

  it('clears only when it is a list, and the issuer’s own', async () => {
    expect(await askList({ id: list, issuer: 'did:web:other.example', revokedCredential: [] })).toBe(
      'unknown status-list-invalid',
    );
    expect(await askList({ id: list })).toBe('unknown status-list-invalid');
    college.documents.delete(list);
    expect(await judge(token, { issuers: [college] })).toBe('unknown status-unavailable');
  });
});
