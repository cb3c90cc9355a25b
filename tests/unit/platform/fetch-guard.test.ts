import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkUrl, isPublicAddress, makeGuardedFetch } from '#server/platform/fetch.ts';

const refusedByForm = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://10.0.0.1/',
  'http://172.16.5.4/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd12:3456::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://localhost/',
  'http://localhost./',
  'http://LOCALHOST:3000/',
  'http://foo.localhost/',
  'http://router.local/',
  'http://vault.internal/',
  'http://intranet/',
  'http://user:pass@example.org/',
  'http://example.org:22/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://example.org/',
  'data:text/plain,hi',
  'javascript:alert(1)',
  'http://①②⑦.0.0.1/',
  'not a url',
  '',
];

describe('address guard', () => {
  it.each(refusedByForm)('refuses %s before anything is sent', (url) => {
    expect(checkUrl(url).ok).toBe(false);
  });

  it.each([
    'https://example.org/a',
    'http://93.184.216.34/',
    'https://[2606:4700::1111]/',
    'https://example.org:8443/x',
  ])('lets %s pass', (url) => {
    expect(checkUrl(url).ok).toBe(true);
  });

  it('judges IPv4 addresses inside IPv6 as what they are', () => {
    expect(isPublicAddress('::ffff:8.8.8.8')).toBe(true);
    expect(isPublicAddress('::ffff:192.168.0.1')).toBe(false);
    expect(isPublicAddress('nonsense')).toBe(false);
  });
});

describe('guarded fetch', () => {
  let server: Server;
  let port: number;
  let asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const to = new URL(request.url ?? '/', 'http://x').searchParams.get('to');
      if (to) response.writeHead(302, { location: to }).end();
      else if (request.url === '/large') response.end(Buffer.alloc(3 * 1024 * 1024));
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('refuses a public name that resolves to a private address, and sends nothing', async () => {
    asked = [];
    const fetch = makeGuardedFetch(async () => [{ address: '127.0.0.1', family: 4 }]);
    const answer = await fetch(`http://badges.example.org:${port}/a`);
    expect(answer).toMatchObject({ ok: false, reason: 'blocked' });
    expect(asked).toEqual([]);
  });

  it('refuses a name when only one of its addresses is private', async () => {
    const fetch = makeGuardedFetch(async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.1.2.3', family: 4 },
    ]);
    expect(await fetch('https://badges.example.org/')).toMatchObject({ ok: false, reason: 'blocked' });
  });

  it('connects to the address it judged: a name that changes its answer is asked once a request', async () => {
    asked = [];
    let lookups = 0;
    const fetch = makeGuardedFetch(async () => {
      lookups += 1;
      return [{ address: lookups === 1 ? '192.0.2.77' : '127.0.0.1', family: 4 }];
    });
    const answer = await fetch(`http://rebind.example.org:${port}/a`);
    expect(answer.ok).toBe(false);
    expect(lookups).toBe(1);
    expect(asked).toEqual([]);
  });

  it('answers a failing name look-up with "unreachable", never an exception', async () => {
    const fetch = makeGuardedFetch(async () => {
      throw new Error('ENOTFOUND');
    });
    expect(await fetch('https://nowhere.example.org/')).toMatchObject({ ok: false, reason: 'unreachable' });
  });

  describe('once a server was reached', () => {
    const onThisMachine = makeGuardedFetch(
      async () => [{ address: '127.0.0.1', family: 4 }],
      () => true,
    );
    const at = (path: string) => `http://badges.example.org:${port}${path}`;

    it('returns status and bytes', async () => {
      const answer = await onThisMachine(at('/a'));
      expect(answer).toMatchObject({ ok: true, status: 200 });
      expect(answer.ok && Buffer.from(answer.body).toString()).toBe('reached');
    });

    it.each([
      'http://10.0.0.1/',
      'http://[::1]/',
      'http://localhost/',
      'file:///etc/passwd',
      'http://169.254.169.254/',
    ])('refuses a redirect to %s', async (to) => {
      expect(await onThisMachine(at(`/?to=${encodeURIComponent(to)}`))).toMatchObject({
        ok: false,
        reason: 'blocked',
      });
    });

    it('follows three redirects and not a fourth', async () => {
      asked = [];
      expect(await onThisMachine(at('/loop'))).toMatchObject({ ok: false, reason: 'unreachable' });
      expect(asked).toHaveLength(4);
    });

    it('stops reading at 2 MiB', async () => {
      expect(await onThisMachine(at('/large'))).toMatchObject({ ok: false, reason: 'too-large' });
    });
  });
});
