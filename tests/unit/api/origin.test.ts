import { beforeAll, describe, expect, it } from 'vitest';
import { isFromOwnPage } from '#server/api/http/own-origin.ts';
import { remoteAddress } from '#server/api/http/remote-address.ts';

beforeAll(() => {
  process.env.DATABASE_URL ??= 'postgresql://nobody@127.0.0.1:1/none';
  process.env.NEXTAUTH_URL ??= 'http://localhost:3000';
  process.env.NEXTAUTH_SECRET ??= 'a secret that is long enough for tests only';
});

const post = (headers: Record<string, string>) =>
  new Request('http://inside:3000/api/trpc/x', { method: 'POST', headers });

describe('where a request comes from', () => {
  it.each([
    ['the public address', { origin: 'http://localhost:3000', host: 'inside:3000' }, true],
    ['the host asked for', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
    ['another site', { origin: 'https://evil.example', host: 'localhost:3000' }, false],
    ['another port', { origin: 'http://localhost:4000', host: 'localhost:3000' }, false],
    ['a sandboxed frame', { origin: 'null', host: 'localhost:3000' }, false],
    [
      'a name that begins like ours',
      { origin: 'http://localhost:3000.evil.example', host: 'localhost:3000' },
      false,
    ],
    ['a program', { host: 'localhost:3000' }, true],
    ['a browser that hides the origin', { host: 'localhost:3000', 'sec-fetch-site': 'cross-site' }, false],
    ['a neighbour under one domain', { host: 'localhost:3000', 'sec-fetch-site': 'same-site' }, false],
  ])('%s', (_name, headers, own) => {
    expect(isFromOwnPage(post(headers))).toBe(own);
  });
});

describe('the address that limits count', () => {
  const of = (forwarded: string | null) =>
    remoteAddress(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }));

  it.each([
    [null, 'local'],
    ['', 'local'],
    ['203.0.113.7', '203.0.113.7'],
    ['1.2.3.4, 203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (given, expected) => {
    expect(of(given)).toBe(expected);
  });

  it('has an end', () => {
    expect(of('x'.repeat(5_000)).length).toBe(100);
  });
});
