import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judgePeriod, readInstant } from '#server/credentials/core/dates.ts';
import { didWebUrl, issuerHost } from '#server/credentials/core/did-web.ts';
import { bindRecipient, readIdentity } from '#server/credentials/core/recipient.ts';
import { judgeScope, startsWithAddress } from '#server/credentials/core/scope.ts';
import { readStatusValue } from '#server/credentials/core/status-rules.ts';

describe('dates', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z', false],
    ['2026-01-01T05:45:00.123456+05:45', '2026-01-01T00:00:00.000Z', false],
    ['2026-01-01T00:00:00', '2026-01-01T00:00:00.000Z', true],
  ])('reads %s as %s', (text, wanted, zoneless) => {
    expect(readInstant(text)).toEqual({ ms: Date.parse(wanted), zoneless });
  });

  it.each(['2026-01-01', '2026-02-30T00:00:00Z', '1767225600', '2026-01-01T25:00:00Z', '', 'soon'])(
    'does not read %j',
    (text) => {
      expect(readInstant(text)).toBeNull();
    },
  );

  it('allow a minute at the start and none at the end', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    const codes = (from: string | null, until: string | null, zoneNeeded = true) =>
      judgePeriod({ from, fromPath: 'from', until, untilPath: 'until', zoneNeeded }, now).map(
        ({ code }) => code,
      );
    expect(codes('2026-11-23T12:01:00Z', '2026-11-23T12:00:01Z')).toEqual([]);
    expect(codes('2026-11-23T12:01:01Z', null)).toEqual(['not-yet-valid']);
    expect(codes(null, '2026-11-23T12:00:00Z')).toEqual(['expired']);
    expect(codes('2026-01-01T00:00:00', null)).toEqual(['malformed']);
    expect(codes('2026-01-01T00:00:00', null, false)).toEqual([]);
  });
});

describe('did:web', () => {
  it.each([
    ['did:web:college.example', 'https://college.example/.well-known/did.json'],
    ['did:web:college.example:people:1', 'https://college.example/people/1/did.json'],
    ['did:web:college.example%3A8443:x', 'https://college.example:8443/x/did.json'],
  ])('maps %s', (did, url) => {
    expect(didWebUrl(did)).toBe(url);
  });

  it.each([
    'did:web:127.0.0.1',
    'did:web:localhost',
    'did:web:user%40evil.example',
    'did:web:a.example:..:b',
    'did:web:a.example:a%2F..%2Fb',
    'did:web:a.example:%2e%2e',
    'did:web:2130706433',
    'did:web:колледж.example',
    'did:WEB:college.example',
    'did:web:college.example?x=1',
    'did:web:',
  ])('does not follow %s', (did) => {
    expect(didWebUrl(did)).toBeNull();
  });

  it('tells the host that speaks for an issuer', () => {
    expect(issuerHost('did:web:College.example:a')).toBe('college.example');
    expect(issuerHost('https://college.example/x')).toBe('college.example');
    expect(issuerHost('did:key:z6Mk')).toBeNull();
  });
});

describe('the scope of hosted badges', () => {
  it('compares addresses, not texts', () => {
    expect(startsWithAddress('https://example.org/a/1', 'https://example.org/a')).toBe(true);
    expect(startsWithAddress('https://example.org.evil.test/a', 'https://example.org')).toBe(false);
    expect(startsWithAddress('https://example.org@evil.test/', 'https://example.org')).toBe(false);
  });

  it.each([
    [{}, 'https://a.example/1', true],
    [{}, 'https://b.example/1', false],
    [{ allowedOrigins: ['b.example'] }, 'https://b.example/1', true],
    [{ allowedOrigins: 'b.example' }, 'https://a.example/1', false],
    [{ allowedOrigins: 'a.example', startsWith: 'https://a.example/x/' }, 'https://a.example/1', false],
    [{ startsWith: ['https://a.example/x/', 'https://c.example/'] }, 'https://c.example/1', true],
  ])('%j allows %s: %s', (verification, address, allowed) => {
    const findings = judgeScope(address, { verification }, 'https://a.example/profile', 'assertion');
    expect(findings.length === 0).toBe(allowed);
  });
});

describe('recipients', () => {
  const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
  const account = { emails: ['Ada@Example.org'], dids: [] };
  const boundOf = (identity: Parameters<typeof readIdentity>[0]) =>
    bindRecipient(null, readIdentity(identity), account, digest).bound;
  const sha = (text: string) => `sha256$${digest('sha256', text)}`;

  it.each([
    ['as typed', { type: 'email', hashed: true, identity: sha('Ada@Example.org') }],
    ['in small letters', { type: 'email', hashed: true, identity: sha('ada@example.org') }],
    ['without saying that it is a hash', { type: 'email', identity: sha('ada@example.org') }],
    [
      'in capital hexadecimal',
      {
        type: 'email',
        hashed: true,
        identity: sha('ada@example.org').replace(/[a-f]/g, (letter) => letter.toUpperCase()),
      },
    ],
    [
      'by md5',
      { type: 'email', hashed: true, salt: 's', identity: `md5$${digest('md5', 'ada@example.orgs')}` },
    ],
    ['in plain', { type: 'email', hashed: false, identity: 'ADA@example.ORG' }],
  ])('match %s', (_how, identity) => {
    expect(boundOf(identity)).toBe('yes');
  });

  it.each([
    [
      'a hash of the wrong length',
      { type: 'email', hashed: true, identity: sha('ada@example.org').slice(0, -24) },
    ],
    ['a name', { identityType: 'name', hashed: false, identityHash: 'Ada@Example.org' }],
    ['another alphabet', { type: 'email', hashed: false, identity: 'аda@example.org' }],
    ['a Kelvin sign', { type: 'email', hashed: false, identity: 'ada@example.or\u212A' }],
    ['a salt in front', { type: 'email', hashed: true, salt: 's', identity: sha('sada@example.org') }],
  ])('do not match %s', (_how, identity) => {
    expect(boundOf(identity)).toBe('no');
  });
});

describe('status bits', () => {
  it('count from the left, in values of several bits', () => {
    const bits = Uint8Array.from([0b1000_0000, 0b0000_0110]);
    expect([0, 1, 13, 14, 15].map((index) => readStatusValue(bits, index, 1))).toEqual([1, 0, 1, 1, 0]);
    expect([0, 6, 7].map((index) => readStatusValue(bits, index, 2))).toEqual([2, 1, 2]);
    expect(readStatusValue(bits, 16, 1)).toBeNull();
  });
});
