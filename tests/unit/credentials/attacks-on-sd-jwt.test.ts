import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#server/credentials/core/json.ts';
import {
  createIssuer,
  issueSdJwt,
  judge,
  makeDisclosure,
  makeKey,
  publicJwk,
  publishTokenMetadata,
  showSdJwt,
  signCompact,
} from '#tests/support/signing/index.ts';

/* Attacks on SD-JWT VC (verification.md §6.2 no. 23, §2.7), each on a token signed for the purpose. */

const issuer = createIssuer({ kind: 'https', alg: 'ES256', seed: 'sd-jwt attacked' });
publishTokenMetadata(issuer);
const issuers = [issuer];
const holder = makeKey('ES256', 'sd-jwt attacked holder');
const thief = makeKey('ES256', 'sd-jwt thief');
const held = issueSdJwt(issuer, { holder, hidden: { degree: 'MSc', grade: 'A' } });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const ask = (text: string) => judge(text, { issuers });

describe('a disclosure', () => {
  it('that the issuer did not sign is refused, alone and beside good ones', async () => {
    const forged = makeDisclosure('degree', 'PhD').text;
    expect(await ask(showSdJwt(held, { extra: [forged] }))).toBe('invalid signature');
    expect(await ask(showSdJwt(held, { only: [], extra: [forged] }))).toBe('invalid signature');
    expect(await ask(`${issueSdJwt(issuer).jwt}~${forged}~`)).toBe('invalid signature');
  });

  it('is sent once, and its digest stands once', async () => {
    const [first] = held.disclosures;
    expect(await ask(showSdJwt(held, { extra: [first?.text ?? ''] }))).toBe('invalid signature');
    const own = makeDisclosure('degree', 'MSc');
    const twice = { _sd: [own.digest, own.digest] };
    expect(await ask(showSdJwt(issueSdJwt(issuer, { claims: twice, deeper: [own] })))).toBe(
      'invalid signature',
    );
    const apart = { _sd: [own.digest], other: { _sd: [own.digest] } };
    expect(await ask(showSdJwt(issueSdJwt(issuer, { claims: apart, deeper: [own] })))).toBe(
      'invalid signature',
    );
    // A decoy that stands twice is refused as well, though nothing is sent for it.
    const noise = { _sd: [own.digest], list: [{ '...': own.digest }] };
    expect(await ask(showSdJwt(issueSdJwt(issuer, { claims: noise })))).toBe('invalid signature');
  });

  it.each([
    ['a list item in the place of a member', makeDisclosure(null, 'MSc')],
    ['a reserved name', makeDisclosure('_sd', ['x'])],
    ['another reserved name', makeDisclosure('...', 'x')],
    ['the name of all objects', makeDisclosure('__proto__', { admin: true })],
    ['a name that is taken', makeDisclosure('taken', 'by the holder')],
  ])('with %s is refused', async (_what, own) => {
    const claims = { _sd: [own.digest], taken: 'by the issuer' };
    expect(await ask(showSdJwt(issueSdJwt(issuer, { claims, deeper: [own] })))).toBe('invalid signature');
  });

  it.each([
    ['no base64url', 'WyJh#'],
    ['no JSON', Buffer.from('["a","b",').toString('base64url')],
    ['no list', encode({ a: 1 })],
    ['no salt', encode([1, 'degree', 'MSc'])],
    ['too many members', encode(['salt', 'degree', 'MSc', 1])],
    ['a member twice', Buffer.from('["salt","a",{"b":1,"\\u0062":2}]').toString('base64url')],
    ['no text', Buffer.from([0x5b, 0xff, 0x5d]).toString('base64url')],
    ['nothing at all', ''],
  ])('that is %s is refused, though its digest is signed', async (_what, text) => {
    const own = makeDisclosure('x', 1);
    const digest = createHash('sha256').update(text).digest('base64url');
    const deeper = [{ ...own, text, digest }];
    const token = issueSdJwt(issuer, { claims: { _sd: [digest] }, deeper });
    expect(await ask(showSdJwt(token))).toBe('invalid signature');
  });

  it('has its place in a list or among members, and nowhere else', async () => {
    const { digest } = makeDisclosure(null, 1);
    const bad: JsonObject[] = [
      { '...': digest },
      { claims: { '...': digest } },
      { list: [{ '...': digest, more: 1 }] },
      { list: [{ '...': 5 }] },
      { _sd: digest },
      { _sd: [5] },
    ];
    for (const claims of bad)
      expect([claims, await ask(issueSdJwt(issuer, { claims }).jwt)]).toEqual([claims, 'invalid signature']);
  });

  it.each(['md5', 'sha-1', 'sha-256-32', 'constructor', 5])(
    'by the digest %j is refused',
    async (_sd_alg) => {
      const token = issueSdJwt(issuer, { hidden: { degree: 'MSc' }, payload: { _sd_alg } });
      expect(await ask(showSdJwt(token))).toBe('invalid signature');
    },
  );

  it.each<[string, Json, string]>([
    ['iss', issuer.id, 'unknown key-missing'],
    ['nbf', 1, 'invalid claims-mismatch'],
    ['exp', 9_999_999_999, 'invalid claims-mismatch'],
    ['cnf', {}, 'invalid claims-mismatch'],
    ['vct', 'urn:x', 'invalid claims-mismatch'],
    ['status', {}, 'invalid claims-mismatch'],
  ])('must not hold %s', async (name, value, wanted) => {
    const token = issueSdJwt(issuer, { hidden: { [name]: value }, payload: { [name]: null } });
    expect(await ask(showSdJwt(token))).toBe(wanted);
  });

  it('must not stand inside the claims that are open to all', async () => {
    const inner = makeDisclosure('kid', 'x');
    const deep = issueSdJwt(issuer, { payload: { cnf: { _sd: [inner.digest] } }, deeper: [inner] });
    expect(await ask(showSdJwt(deep))).toBe('invalid claims-mismatch');
  });

  it('is one of at most 500, and of 20,000 values', async () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`c${at}`, at]));
    expect(await ask(showSdJwt(issueSdJwt(issuer, { hidden: many })))).toBe('invalid too-large');
    const heap = Array.from({ length: 20 }, () => Array.from({ length: 1_500 }, () => 1));
    const large = Object.fromEntries(heap.map((list, at) => [`c${at}`, list]));
    expect(await ask(showSdJwt(issueSdJwt(issuer, { hidden: large })))).toBe('invalid signature');
    let deeper = [makeDisclosure('leaf', 1)];
    for (let level = 0; level < 80; level++)
      deeper = [makeDisclosure('next', { _sd: [deeper[0]?.digest ?? ''] }), ...deeper];
    const deep = issueSdJwt(issuer, { claims: { _sd: [deeper[0]?.digest ?? ''] }, deeper });
    expect(await ask(showSdJwt(deep))).toBe('invalid signature');
  });
});

describe('an SD-JWT VC', () => {
  it('without or with another signature is refused', async () => {
    const [, payload = '', signature = ''] = held.jwt.split('.');
    const kid = issuer.signing.methodId;
    const head = { typ: 'dc+sd-jwt', kid };
    expect(await ask(`${encode({ ...head, alg: 'none' })}.${payload}.~`)).not.toMatch(/^valid/);
    expect(await ask(`${encode({ ...head, alg: 'none' })}.${payload}.AA~`)).toBe('invalid signature');
    const signed = `${encode({ ...head, alg: 'HS256' })}.${payload}`;
    const mac = createHmac('sha256', JSON.stringify(publicJwk(issuer.key)))
      .update(signed)
      .digest('base64url');
    expect(await ask(`${signed}.${mac}~`)).toBe('unknown unsupported-suite');
    expect(await ask(`${encode({ ...head, alg: 'ES384' })}.${payload}.${signature}~`)).toBe(
      'invalid signature',
    );
    const byThief = { ...issuer, key: thief };
    expect(await ask(issueSdJwt(byThief).jwt)).toBe('invalid signature');
  });

  it.each<[string, Parameters<typeof issueSdJwt>[1], string]>([
    ['an end', { payload: { exp: 1_768_000_000 } }, 'invalid expired'],
    ['a later beginning', { payload: { nbf: 1_900_000_000 } }, 'invalid not-yet-valid'],
    ['an end beyond all time', { payload: { exp: 1e12 } }, 'invalid malformed'],
    ['an end in its model', { claims: { validUntil: '2026-02-01T00:00:00Z' } }, 'invalid expired'],
    ['an end in its model, hidden', { hidden: { validUntil: '2026-02-01T00:00:00Z' } }, 'invalid expired'],
    ['another type', { header: { typ: 'JWT' } }, 'invalid claims-mismatch'],
    ['no type', { header: { typ: null } }, 'invalid claims-mismatch'],
    ['the older type', { header: { typ: 'vc+sd-jwt' } }, 'valid'],
    [
      'another issuer inside',
      { claims: { issuer: { id: 'https://other.example' } } },
      'invalid claims-mismatch',
    ],
    ['demands', { header: { crit: ['x'] } }, 'invalid malformed'],
  ])('with %s says so', async (_what, order, wanted) => {
    expect(await ask(showSdJwt(issueSdJwt(issuer, order)))).toBe(wanted);
  });

  it('without a kind is none', async () => {
    expect(await ask(`${issueSdJwt(issuer, { payload: { vct: null } }).jwt}~`)).toBe(
      'invalid claims-mismatch',
    );
    expect(await ask(`${issueSdJwt(issuer, { payload: { vct: '' } }).jwt}~`)).toBe('invalid claims-mismatch');
  });

  it('with a wrong signature of its holder is refused, wherever it is shown', async () => {
    const good = showSdJwt(held, { bind: { key: holder } });
    expect(await ask(good)).toBe('valid');
    const wrong = [
      showSdJwt(held, { bind: { key: thief } }),
      showSdJwt(held, { bind: { key: holder, header: { typ: 'JWT' } } }),
      showSdJwt(held, { bind: { key: holder, payload: { sd_hash: 'x' } } }),
      showSdJwt(held, { bind: { key: holder, payload: { aud: null } } }),
      showSdJwt(issueSdJwt(issuer, { hidden: { degree: 'MSc' } }), { bind: { key: holder } }),
      good.replace(`~${held.disclosures[0]?.text}`, ''),
      `${showSdJwt(held)}${signCompact({ key: holder }, { alg: 'none', typ: 'kb+jwt' }, '{}')}`,
      `${showSdJwt(held)}rubbish`,
    ];
    for (const text of wrong) expect(await ask(text)).toBe('invalid signature');
  });
});
