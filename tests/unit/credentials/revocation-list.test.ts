import { describe, expect, it } from 'vitest';
import type { Fetched } from '#server/credentials/core/facts.ts';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { findListed, judgeRevocationList } from '#server/credentials/core/revocation-list.ts';
import { issueBlockcert } from '#tests/support/signing/blockcerts.ts';
import { createIssuer, issueOb2Hosted, judge, publishRevocationList } from '#tests/support/signing/index.ts';

/* Revocation lists of OB 2.0, by one rule for Open Badges, their endorsements and Blockcerts (§2.2 no. 7, §2.11). */

const url = 'https://academy.example/revoked.json';
const issuer = 'https://academy.example/issuer.json';
const badge = { id: 'urn:uuid:1', uid: 'a-7' };

const found = (json: JsonObject, status = 200): Fetched => ({
  state: 'found',
  url,
  status,
  fetchedAt: '2026-11-23T00:00:00Z',
  json,
});
const judgeList = (list: JsonObject, document: JsonObject = badge, names: (string | null)[] = [issuer]) =>
  judgeRevocationList(document, found(list), names)[0]?.code ?? 'clear';
const lists = (revokedAssertions: JsonObject[string]) => judgeList({ issuer, revokedAssertions });

describe('an entry of a revocation list', () => {
  it.each<[string, JsonObject[string]]>([
    ['the id', ['urn:uuid:1']],
    ['the uid', ['a-7']],
    ['an object with the id', [{ id: 'urn:uuid:1' }]],
    ['an object with the uid', [{ uid: 'a-7' }]],
    ['one entry without brackets, as JSON-LD may write it', 'urn:uuid:1'],
    ['one object without brackets', { uid: 'a-7' }],
    ['an object that says so in a way not known', [{ id: 'urn:uuid:1', revoked: 'no' }]],
    ['a second entry, when the first takes it back', [{ id: 'urn:uuid:1', revoked: false }, 'urn:uuid:1']],
  ])('revokes by %s', (_what, entries) => {
    expect(lists(entries)).toBe('revoked');
  });

  it.each<[string, JsonObject[string]]>([
    ['another id', ['urn:uuid:2', { id: 'urn:uuid:11' }]],
    ['the id, not revoked', [{ id: 'urn:uuid:1', revoked: false }]],
    ['nothing', []],
    ['what is no id', [null, true, {}, [], { id: null }]],
    ['another spelling of the id', ['URN:UUID:1']],
  ])('does not revoke by %s', (_what, entries) => {
    expect(lists(entries)).toBe('clear');
  });

  it('may be a number, as badges before 2.0 have them, in the list or in the badge', () => {
    const numbered = (uid: string | number, entries: JsonObject[string]) =>
      judgeList({ issuer, revokedAssertions: entries }, { id: 'urn:uuid:1', uid });
    expect(numbered('42', [{ uid: 42 }])).toBe('revoked');
    expect(numbered('42', [42])).toBe('revoked');
    expect(numbered(42, [{ uid: '42' }])).toBe('revoked');
    expect(numbered('420', [{ uid: 42 }])).toBe('clear');
    // Beyond 2^53 two numbers are read as the same: they name nobody.
    expect(numbered('9007199254740993', [9_007_199_254_740_992])).toBe('clear');
    expect(numbered('', [{ uid: '' }, {}])).toBe('clear');
  });

  it('hands on the reason that it states', () => {
    const [finding] = judgeRevocationList(
      badge,
      found({ revokedAssertions: [{ uid: 'a-7', revocationReason: 'Issued in error' }] }),
      [issuer],
    );
    expect(finding).toEqual({ code: 'revoked', check: 'status', detail: 'Issued in error', source: url });
    expect(findListed(['x'], [undefined, null, 'x'])).toEqual({ isListed: true, reason: null });
  });
});

describe('a revocation list', () => {
  it.each<[string, JsonObject, string]>([
    ['of the issuer', { issuer }, 'clear'],
    ['of the issuer, embedded', { issuer: { id: issuer, type: 'Issuer' } }, 'clear'],
    ['that names no issuer', {}, 'clear'],
    ['with an empty issuer', { issuer: '' }, 'clear'],
    ['of another issuer', { issuer: 'https://other.example/issuer.json' }, 'status-list-invalid'],
    ['of another, embedded', { issuer: { id: 'https://other.example/i' } }, 'status-list-invalid'],
    ['of several issuers', { issuer: [issuer, 'https://other.example/i'] }, 'status-list-invalid'],
    ['of a number', { issuer: 7 }, 'status-list-invalid'],
  ])('%s: %s', (_what, members, wanted) => {
    expect(judgeList({ ...members, revokedAssertions: [] })).toBe(wanted);
    // Whoever it is said to be of, whom it names is revoked: the issuer's profile pointed here.
    expect(judgeList({ ...members, revokedAssertions: ['urn:uuid:1'] })).toBe('revoked');
  });

  it('of an issuer without an id clears only where it names none either', () => {
    expect(judgeList({ revokedAssertions: [] }, badge, [null])).toBe('clear');
    expect(judgeList({ issuer, revokedAssertions: [] }, badge, [null])).toBe('status-list-invalid');
    expect(judgeList({ issuer, revokedAssertions: [] }, badge, ['https://former.example', issuer])).toBe(
      'clear',
    );
  });

  it.each<[string, JsonObject]>([
    ['without entries', {}],
    ['whose entries are null', { revokedAssertions: null }],
    ['whose entries are a number', { revokedAssertions: 0 }],
    ['whose entries are an empty text', { revokedAssertions: '' }],
  ])('%s clears nobody', (_what, members) => {
    expect(judgeList({ issuer, ...members })).toBe('status-list-invalid');
  });

  it('that is not there says why', () => {
    const away = (state: 'blocked' | 'malformed' | 'unreachable') =>
      judgeRevocationList(badge, { state, url, status: null, detail: 'x' }, [issuer])[0]?.code;
    expect([away('blocked'), away('malformed'), away('unreachable')]).toEqual([
      'ssrf-blocked',
      'status-list-invalid',
      'status-unavailable',
    ]);
    expect(judgeRevocationList(badge, found({ revokedAssertions: [] }, 410), [issuer])[0]?.code).toBe(
      'status-unavailable',
    );
    expect(judgeRevocationList(badge, null, [issuer])).toEqual([]);
  });
});

describe('both kinds of badges read it alike', () => {
  it.each<[string, JsonObject[string], JsonObject, string]>([
    ['a number for a uid', [{ uid: 42 }], {}, 'invalid revoked'],
    ['one entry without brackets', 'urn:other', {}, 'valid'],
    ['no issuer', [], { issuer: '' }, 'valid'],
    ['entries of null', null, {}, 'unknown status-list-invalid'],
    [
      'several issuers',
      [],
      { issuer: ['https://a.example', 'https://b.example'] },
      'unknown status-list-invalid',
    ],
  ])('%s', async (_what, revokedAssertions, members, wanted) => {
    const college = createIssuer({ kind: 'https', host: 'lists.example', alg: 'ES256' });
    const list = publishRevocationList(college, []);
    college.documents.set(list, { revokedAssertions, ...members });
    const assertion = { uid: '42' };
    const hosted = issueOb2Hosted(college, { assertion, profile: { revocationList: list } });
    expect(await judge(hosted, { issuers: [college] })).toBe(wanted);

    const cert = await issueBlockcert({ members: { uid: '42' } });
    cert.documents.set(url, { revokedAssertions, ...members });
    expect(
      await judge(cert.document, { documents: cert.documents, settings: { explorers: cert.explorers.two } }),
    ).toBe(wanted);
  });
});
