import { randomUUID } from 'node:crypto';
import { authAdapter, isDemoAccount } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { limitBody } from '../http/limit-body.ts';
import { isFromOwnPage } from '../http/own-origin.ts';
import { isSecureSite, sessionCookieName } from './options.ts';

const sessionDays = 7;
const formLimit = 16 * 1024;

/** The path to go on to, as a browser will read it: tabs and backslashes could lead it to another site. */
function ownPath(to: string): string {
  const base = 'http://here.invalid';
  if (!to.startsWith('/') || !URL.canParse(to, base)) return '/wallet';
  const { origin, pathname, search, hash } = new URL(to, base);
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/wallet';
}

/**
 * Signs in as one of the demo's people with one click. Only with DEMO=1, only from our own pages (Origin is
 * compared), only for accounts marked as demo people. Answers 303 to a relative address.
 */
export async function signInDemoPerson(request: Request): Promise<Response> {
  if (!env().DEMO) return new Response('Not found', { status: 404 });
  if (!request.headers.has('origin') || !isFromOwnPage(request))
    return new Response('Wrong origin', { status: 403 });
  const form = await limitBody(request, formLimit)
    ?.request.formData()
    .catch(() => null);
  if (!form) return new Response('Not a form', { status: 400 });
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
  const location = ownPath(to);
  return new Response(null, { status: 303, headers: { location, 'set-cookie': cookie } });
}
