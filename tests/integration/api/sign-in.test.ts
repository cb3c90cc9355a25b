import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { signInDemoPerson } from '#server/api/auth/demo-sign-in.ts';
import { getSignedIn } from '#server/api/auth/session.ts';
import { answerSignIn } from '#server/api/http/auth-endpoint.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';

process.env.DEMO = '1';
const base = 'http://localhost:3000';

/*
 * The sign-in library asks the framework for the headers and cookies of "this request". Here the framework is told
 * which request that is in its own way; nothing of it is replaced.
 */
const load = createRequire(import.meta.url);
const next = 'next/dist/server';
load(`${next}/node-environment-baseline`);
const { workAsyncStorage } = load(`${next}/app-render/work-async-storage.external`);
const { workUnitAsyncStorage } = load(`${next}/app-render/work-unit-async-storage.external`);
const { NextRequest } = load(`${next}/web/spec-extension/request`);
const { RequestCookies } = load(`${next}/web/spec-extension/cookies`);

function during<Result>(request: Request, work: () => Promise<Result>): Promise<Result> {
  const { headers } = request;
  const cookies = new RequestCookies(headers);
  const unit = { type: 'request', phase: 'action', headers, cookies, userspaceMutableCookies: cookies };
  return workAsyncStorage.run({ route: '/api/auth' }, () => workUnitAsyncStorage.run(unit, work));
}

/** A browser without a screen: it keeps cookies and follows nothing. */
class Visitor {
  readonly cookies = new Map<string, string>();
  readonly attributes = new Map<string, string>();

  request(path: string, init: RequestInit = {}): Request {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    return new NextRequest(new URL(path, base), { ...(init as object), headers });
  }

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const request = this.request(path, init);
    const nextauth = new URL(request.url).pathname.split('/').slice(3);
    const response = await during(request, () =>
      answerSignIn(request, { params: Promise.resolve({ nextauth }) }),
    );
    this.keep(response);
    return response;
  }

  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      this.cookies.set(name, value);
      this.attributes.set(name, attributes.join('; '));
    }
  }

  async post(path: string, fields: Record<string, string>): Promise<Response> {
    const { csrfToken } = (await (await this.ask('/api/auth/csrf')).json()) as { csrfToken: string };
    return this.ask(path, {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, json: 'true', ...fields }),
    });
  }

  who() {
    return during(this.request('/wallet'), getSignedIn);
  }
}

async function mailedLink(to: string): Promise<URL> {
  const [mail] = await query<{ link: string }>(
    'select link from outbox_mail where "to" = $1 order by id desc limit 1',
    [to],
  );
  return new URL(mail?.link ?? 'http://no.mail/');
}

async function signInByMail(visitor: Visitor, address: string, callbackUrl = '/wallet'): Promise<Response> {
  await visitor.post('/api/auth/signin/email', { email: address, callbackUrl });
  const link = await mailedLink(address);
  return visitor.ask(`/api/auth/callback/email${link.search}`);
}

const sessionCookie = 'next-auth.session-token';

describe('signing in by mail', () => {
  it('sends a link to a page with a button; the button signs in and proves the address', async () => {
    const visitor = new Visitor();
    const sent = await visitor.post('/api/auth/signin/email', {
      email: 'Grace@Example.org',
      callbackUrl: '/jobs',
    });
    expect(((await sent.json()) as { url: string }).url).toMatch(/\/sign-in\/sent|verify-request/);
    const link = await mailedLink('grace@example.org');
    expect(link.origin + link.pathname).toBe(`${base}/sign-in/confirm`);
    expect(await query('select 1 from session')).toEqual([]);

    const back = await visitor.ask(`/api/auth/callback/email${link.search}`);
    expect([back.status, back.headers.get('location')]).toEqual([302, `${base}/jobs`]);
    expect(await visitor.who()).toMatchObject({ email: 'grace@example.org', name: 'grace' });
    expect(
      await query('select normalized, confirmed_at is not null as confirmed from email_address'),
    ).toEqual([{ normalized: 'grace@example.org', confirmed: true }]);
  });

  it('keeps the session in a cookie that scripts and other sites do not get', async () => {
    const visitor = new Visitor();
    await signInByMail(visitor, 'cookie@example.org');
    const attributes = visitor.attributes.get(sessionCookie) ?? '';
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(attributes).toContain(part);
    expect(attributes).not.toContain('Domain');
  });

  it('takes a link once', async () => {
    await signInByMail(new Visitor(), 'once@example.org');
    const { search } = await mailedLink('once@example.org');
    const second = new Visitor();
    const answer = await second.ask(`/api/auth/callback/email${search}`);
    expect(answer.headers.get('location')).toContain('error=Verification');
    expect(await second.who()).toBeNull();
  });

  it('is not used up by a scanner that only asks for the head', async () => {
    const visitor = new Visitor();
    await visitor.post('/api/auth/signin/email', { email: 'scanned@example.org' });
    const { search } = await mailedLink('scanned@example.org');
    await new Visitor().ask(`/api/auth/callback/email${search}`, { method: 'HEAD' });
    await visitor.ask(`/api/auth/callback/email${search}`);
    expect(await visitor.who()).toMatchObject({ email: 'scanned@example.org' });
  });

  it.each(['https://evil.example/', '//evil.example', 'http://localhost:3000.evil.example/'])(
    'never leads on to %s',
    async (callbackUrl) => {
      const answer = await signInByMail(new Visitor(), 'led@example.org', callbackUrl);
      expect(new URL(answer.headers.get('location') ?? '').origin).toBe(base);
    },
  );

  it.each([
    'a@example.org,b@example.org',
    '"x@evil.example"@example.org',
    'a@b@example.org',
    'none',
    'a\n@b.org',
  ])('sends nothing to %j', async (email) => {
    const before = await query('select 1 from outbox_mail');
    const answer = await new Visitor().post('/api/auth/signin/email', { email });
    expect(((await answer.json()) as { url: string }).url).toContain('error=EmailSignin');
    expect(await query('select 1 from outbox_mail')).toHaveLength(before.length);
  });

  it('needs the token of our own form', async () => {
    const answer = await new Visitor().ask('/api/auth/signin/email', {
      method: 'POST',
      body: new URLSearchParams({ email: 'forged@example.org' }),
    });
    expect(answer.headers.get('location')).toContain('csrf=true');
    expect(await query('select 1 from outbox_mail where "to" = $1', ['forged@example.org'])).toEqual([]);
  });

  it('has an end for one address, whoever asks', async () => {
    for (let time = 0; time < 6; time++)
      await new Visitor().post('/api/auth/signin/email', { email: 'often@example.org' });
    const answer = await new Visitor().post('/api/auth/signin/email', { email: 'often@example.org' });
    expect(((await answer.json()) as { url: string }).url).toContain('error=EmailSignin');
    expect(await query('select 1 from outbox_mail where "to" = $1', ['often@example.org'])).toHaveLength(6);
  });

  it('has an end for one place, whoever the mails go to', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const body = () => new URLSearchParams({ email: 'x' });
    const ask = () => new Visitor().ask('/api/auth/signin/email', { method: 'POST', headers, body: body() });
    for (let time = 0; time < 30; time++) await ask();
    const answer = await ask();
    expect(answer.status).toBe(429);
    expect(((await answer.json()) as { url: string }).url).toBe(`${base}/sign-in?error=TooMany`);
  });

  it('reads no form without end', async () => {
    const visitor = new Visitor();
    const answer = await visitor.ask('/api/auth/signin/email', {
      method: 'POST',
      body: new URLSearchParams({ email: 'x'.repeat(200_000) }),
    });
    expect(answer.status).toBe(413);
  });
});

describe('an address confirmed besides the first one', () => {
  it('signs in the same person, and proves itself only', async () => {
    const ada = await makePerson('Ada');
    await query('update email_address set confirmed_at = null where account_id = $1', [ada.accountId]);
    await query(
      `insert into email_address (id, account_id, address, normalized, confirmed_at)
       values (gen_random_uuid(), $1, 'second@example.org', 'second@example.org', now())`,
      [ada.accountId],
    );
    const visitor = new Visitor();
    await signInByMail(visitor, 'second@example.org');
    expect(await visitor.who()).toMatchObject({ accountId: ada.accountId });
    const confirmed = await query(
      'select normalized from email_address where account_id = $1 and confirmed_at is not null',
      [ada.accountId],
    );
    expect(confirmed).toEqual([{ normalized: 'second@example.org' }]);
  });
});

describe('signing in as a person of the demo', () => {
  let account: string;
  beforeAll(async () => {
    account = (await makePerson('Demo')).accountId;
    await query('update account set is_demo = true where id = $1', [account]);
  });

  const press = (fields: Record<string, string>, headers: Record<string, string>) =>
    signInDemoPerson(
      new Request(`${base}/api/demo/sign-in`, {
        method: 'POST',
        headers: { host: 'localhost:3000', ...headers },
        body: new URLSearchParams(fields),
      }),
    );
  const own = { origin: base };

  it('makes a session and leads on', async () => {
    const visitor = new Visitor();
    const answer = await press({ account, to: '/hire?x=1#y' }, own);
    visitor.keep(answer);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/hire?x=1#y']);
    expect(await visitor.who()).toMatchObject({ accountId: account });
    expect(visitor.attributes.get(sessionCookie)).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:1',
    '/%0d%0aa',
  ])('leads to no other place than ours: %j', async (to) => {
    const location = (await press({ account, to }, own)).headers.get('location') ?? '';
    expect(new URL(location, base).origin).toBe(base);
    expect(location).toMatch(/^\/[^/\\\t]*/);
  });

  it.each([[{ origin: 'https://evil.example' }], [{ origin: 'null' }], [{}]])(
    'only from our own pages: %j',
    async (headers) => {
      expect((await press({ account }, headers)).status).toBe(403);
    },
  );

  it('only as a demo person', async () => {
    const { accountId } = await makePerson('Real');
    expect((await press({ account: accountId }, own)).status).toBe(404);
    expect((await press({ account: "' or 1=1" }, own)).status).toBe(404);
  });
});
