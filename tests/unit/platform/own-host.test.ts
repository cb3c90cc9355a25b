import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress, makeGuardedFetch, registerOwnHost } from '#server/platform/fetch.ts';

const body = new TextEncoder().encode('{}');
const asked: string[] = [];

registerOwnHost('issuers.tests.example', async (url) => {
  asked.push(url.href);
  if (url.pathname === '/broken') throw new Error('the database is away');
  const large = url.pathname === '/large' ? new Uint8Array(3 * 1024 * 1024) : body;
  return { status: 200, contentType: 'application/json', body: large };
});

/** Nothing of ours may reach the network in these tests: a name that is looked up is a failure of the rule. */
const looked: string[] = [];
const fetch = makeGuardedFetch(async (host) => {
  looked.push(host);
  throw new Error('no network here');
});

describe('a host that is ours', () => {
  it('is answered inside the process, by https on its own port', async () => {
    expect(await fetch('https://issuers.tests.example/a')).toMatchObject({ ok: true, status: 200 });
    expect(await fetch('https://ISSUERS.tests.example:443/a')).toMatchObject({ ok: true });
    expect(looked).toEqual([]);
  });

  it.each([
    'http://issuers.tests.example/a',
    'https://issuers.tests.example:8443/a',
    'https://issuers.tests.example.evil.example/a',
    'https://evil.issuers.tests.example/a',
  ])('is not %s: that is asked of the network', async (url) => {
    asked.length = 0;
    expect(await fetch(url)).toMatchObject({ ok: false, reason: 'unreachable' });
    expect(asked).toEqual([]);
  });

  it('answers an outage of its own as one, and has the same size limit', async () => {
    expect(await fetch('https://issuers.tests.example/broken')).toMatchObject({
      ok: false,
      reason: 'unreachable',
    });
    expect(await fetch('https://issuers.tests.example/large')).toMatchObject({
      ok: false,
      reason: 'too-large',
    });
  });
});

describe('a redirect', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((_request, response) =>
      response.writeHead(302, { location: 'https://issuers.tests.example/a' }).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('may lead from http to https', async () => {
    const here = makeGuardedFetch(
      async () => [{ address: '127.0.0.1', family: 4 }],
      () => true,
    );
    const { port } = server.address() as AddressInfo;
    expect(await here(`http://badges.example.org:${port}/`)).toMatchObject({ ok: true, status: 200 });
  });
});

describe('addresses that hide another one', () => {
  it.each([
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::10.0.0.1',
    '2002:0a00:0001::',
    '2001::1',
    'fec0::1',
    '100::1',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
