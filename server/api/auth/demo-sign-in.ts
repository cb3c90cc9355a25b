import { randomUUID } from 'node:crypto';
import { authAdapter, isDemoAccount } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { isSecureSite, sessionCookieName } from './options.ts';

const sessionDays = 7;

/**
 * Signs in as one of the demo's people with one click. Only with DEMO=1, only from our own pages (Origin is
 * compared), only for accounts marked as demo people. Answers 303 to a relative address.
 */
export async function signInDemoPerson(request: Request): Promise<Response> {
  if (!env().DEMO) return new Response('Not found', { status: 404 });
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (!origin || !host || new URL(origin).host !== host) return new Response('Wrong origin', { status: 403 });
  const form = await request.formData();
  const accountId = String(form.get('account') ?? '');
  const to = String(form.get('to') ?? '/wallet');
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  if (!uuid.test(accountId) || !(await isDemoAccount(accountId)))
    return new Response('Not found', { status: 404 });
  const expires = new Date(Date.now() + sessionDays * 86_400_000);
  const session = await authAdapter().createSession?.({
    sessionToken: randomUUID(),
    userId: accountId,
    expires,
  });
  if (!session) return new Response('Sign-in failed', { status: 500 });
  const secure = isSecureSite() ? '; Secure' : '';
  const cookie = `${sessionCookieName()}=${session.sessionToken}; Path=/; HttpOnly; SameSite=Lax; Expires=${expires.toUTCString()}${secure}`;
  const location = /^\/(?![/\\])/.test(to) ? to : '/wallet';
  return new Response(null, { status: 303, headers: { location, 'set-cookie': cookie } });
}
