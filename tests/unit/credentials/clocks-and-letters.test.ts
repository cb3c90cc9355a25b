import { describe, expect, it } from 'vitest';
import {
  createIssuer,
  issueJwt,
  issueOb2Hosted,
  issueOb3,
  issueSdJwt,
  judge,
  showSdJwt,
  verify,
} from '#tests/support/signing/index.ts';

/* A minute is allowed to clocks that run ahead, and none at the end (§2.4); letters that look alike are others (§2.3). */

const now = new Date('2026-11-23T12:00:00Z');
const at = (seconds: number) => `${new Date(now.getTime() + seconds * 1000).toISOString().slice(0, 19)}Z`;
const inSeconds = (seconds: number) => Math.floor(now.getTime() / 1000) + seconds;
const issuer = createIssuer({ kind: 'did:web', seed: 'clocks' });
const question = { issuers: [issuer], now };

describe('the clock', () => {
  const begins: [number, string][] = [
    [-1, 'valid'],
    [59, 'valid'],
    [60, 'valid'],
    [61, 'invalid not-yet-valid'],
  ];
  const ends: [number, string][] = [
    [1, 'valid'],
    [0, 'invalid expired'],
    [-1, 'invalid expired'],
    [-59, 'invalid expired'],
  ];

  it.each(begins)('allows a beginning %i seconds away: %s', async (seconds, wanted) => {
    const early = { validFrom: '2026-01-01T00:00:00Z' };
    expect(await judge(await issueOb3(issuer, { validFrom: at(seconds) }), question)).toBe(wanted);
    expect(await judge(await issueOb3(issuer, { ...early, created: at(seconds) }), question)).toBe(wanted);
    expect(await judge(issueJwt(issuer, { validFrom: at(seconds) }), question)).toBe(wanted);
    const token = issueSdJwt(issuer, { payload: { nbf: inSeconds(seconds) } });
    expect(await judge(showSdJwt(token), question)).toBe(wanted);
    expect(await judge(issueOb2Hosted(issuer, { issuedOn: at(seconds) }), question)).toBe(wanted);
  });

  it.each(ends)('allows nothing to an end %i seconds away: %s', async (seconds, wanted) => {
    expect(await judge(await issueOb3(issuer, { validUntil: at(seconds) }), question)).toBe(wanted);
    const proof = await issueOb3(issuer, { proofMembers: { expires: at(seconds) } });
    expect(await judge(proof, question)).toBe(wanted);
    expect(await judge(issueJwt(issuer, { validUntil: at(seconds) }), question)).toBe(wanted);
    const token = issueSdJwt(issuer, { payload: { exp: inSeconds(seconds) } });
    expect(await judge(showSdJwt(token), question)).toBe(wanted);
    expect(await judge(issueOb2Hosted(issuer, { expires: at(seconds) }), question)).toBe(wanted);
  });
});

describe('an address', () => {
  const lookAlikes: [string, string, string][] = [
    ['a Cyrillic letter', 'ann@example.org', '\u0430nn@example.org'],
    ['the Kelvin sign', 'kim@example.org', '\u212aim@example.org'],
    ['a fullwidth sign', 'ann@example.org', 'ann\uff20example.org'],
    ['fullwidth letters', 'ann@example.org', '\uff41nn@example.org'],
    ['a dotless i', 'kim@example.org', 'k\u0131m@example.org'],
    ['a dotted capital i', 'kim@example.org', 'K\u0130M@example.org'],
    ['a long s', 'sam@example.org', '\u017fam@example.org'],
    ['a joiner', 'ann@example.org', 'an\u200dn@example.org'],
    ['a Greek letter', 'tom@example.org', 't\u03bfm@example.org'],
    ['a ligature', 'fiona@example.org', '\ufb01ona@example.org'],
    ['an accent apart', 'ren\u00e9@example.org', 'rene\u0301@example.org'],
    ['a dot more', 'ann@example.org', 'a.nn@example.org'],
    ['a tag', 'ann@example.org', 'ann+x@example.org'],
    ['a second sign', 'ann@example.org', 'ann@example.org@evil.example'],
  ];

  it.each(lookAlikes)('with %s is another, hashed and plain, either way round', async (_what, one, other) => {
    for (const [named, asked] of [
      [one, other],
      [other, one],
    ] as const) {
      for (const salt of ['pepper', '', null]) {
        const document = await issueOb3(issuer, { email: named, salt });
        expect((await verify(document, { ...question, emails: [asked] })).bound).toBe('no');
        expect((await verify(document, { ...question, emails: [named] })).bound).toBe('yes');
      }
      const mailbox = await issueOb3(issuer, { subjectId: `mailto:${encodeURI(named)}` });
      expect((await verify(mailbox, { ...question, emails: [asked] })).bound).toBe('no');
      const token = showSdJwt(issueSdJwt(issuer, { hidden: { email: named } }));
      expect((await verify(token, { ...question, emails: [asked] })).bound).toBe('no');
      expect((await verify(token, { ...question, emails: [named] })).bound).toBe('yes');
    }
  });

  it('is the same in either case of plain letters', async () => {
    const document = await issueOb3(issuer, { email: 'Ann@Example.org' });
    for (const email of ['Ann@Example.org', ' Ann@Example.org '])
      expect((await verify(document, { ...question, emails: [email] })).bound).toBe('yes');
    const lower = await issueOb3(issuer, { email: 'ann@example.org' });
    expect((await verify(lower, { ...question, emails: ['ANN@EXAMPLE.ORG'] })).bound).toBe('yes');
  });
});
