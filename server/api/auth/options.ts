import type { NextAuthOptions } from 'next-auth';
import EmailProvider from 'next-auth/providers/email';
import GitHubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import type { OAuthConfig, Provider } from 'next-auth/providers/index';
import LinkedInProvider from 'next-auth/providers/linkedin';
import { authAdapter, noteProvenAddress } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { canSendMail, sendMail } from '#server/platform/mail.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { accountScope } from '#server/platform/scope.ts';

interface OidcProfile {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
}

/** Name of the session cookie: two installations on one host do not sign each other's people out. */
export function sessionCookieName(): string {
  const { NEXTAUTH_URL, COOKIE_PREFIX } = env();
  const secure = NEXTAUTH_URL.startsWith('https://') ? '__Secure-' : '';
  return `${secure}${COOKIE_PREFIX ? `${COOKIE_PREFIX}.` : ''}next-auth.session-token`;
}

/** True when the session cookie must only travel over TLS. */
export function isSecureSite(): boolean {
  return env().NEXTAUTH_URL.startsWith('https://');
}

const mailRate = { name: 'sign-in-mail', points: 6, seconds: 900 };

function mailProvider(): Provider {
  return EmailProvider({
    maxAge: 30 * 60,
    // A page with a button stands between mail and sign-in: scanners that open links must not use them up.
    sendVerificationRequest: async ({ identifier, url }) => {
      await takePoint(mailRate, identifier);
      const link = new URL('/sign-in/confirm', env().NEXTAUTH_URL);
      const callback = new URL(url);
      link.search = callback.search;
      await sendMail({
        to: identifier,
        subject: 'Your sign-in link for Assay',
        text: 'Open this link within 30 minutes to sign in. If you did not ask for it, there is nothing to do.',
        link: link.href,
      });
    },
  });
}

function oidcProvider(
  issuer: string,
  clientId: string,
  clientSecret: string,
  name: string,
): OAuthConfig<OidcProfile> {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state'],
    clientId,
    clientSecret,
    profile: ({ sub, name: personName, email }) => ({
      id: sub,
      name: personName ?? email ?? sub,
      email: email ?? null,
    }),
  };
}

/** The ways to sign in that the environment configures. */
export function signInProviders(): Provider[] {
  const e = env();
  const providers: Provider[] = [];
  if (canSendMail()) providers.push(mailProvider());
  if (e.GITHUB_CLIENT_ID && e.GITHUB_CLIENT_SECRET)
    providers.push(GitHubProvider({ clientId: e.GITHUB_CLIENT_ID, clientSecret: e.GITHUB_CLIENT_SECRET }));
  if (e.GOOGLE_CLIENT_ID && e.GOOGLE_CLIENT_SECRET)
    providers.push(GoogleProvider({ clientId: e.GOOGLE_CLIENT_ID, clientSecret: e.GOOGLE_CLIENT_SECRET }));
  if (e.LINKEDIN_CLIENT_ID && e.LINKEDIN_CLIENT_SECRET)
    providers.push(
      LinkedInProvider({ clientId: e.LINKEDIN_CLIENT_ID, clientSecret: e.LINKEDIN_CLIENT_SECRET }),
    );
  if (e.OIDC_ISSUER && e.OIDC_CLIENT_ID && e.OIDC_CLIENT_SECRET)
    providers.push(
      oidcProvider(e.OIDC_ISSUER, e.OIDC_CLIENT_ID, e.OIDC_CLIENT_SECRET, e.OIDC_NAME ?? 'Single sign-on'),
    );
  return providers;
}

/** Options of the sign-in library: sessions in the database, so that signing out everywhere is one delete. */
export function authOptions(): NextAuthOptions {
  const secure = isSecureSite();
  return {
    adapter: authAdapter(),
    secret: env().NEXTAUTH_SECRET,
    providers: signInProviders(),
    session: { strategy: 'database', maxAge: 30 * 86_400, updateAge: 86_400 },
    useSecureCookies: secure,
    pages: { signIn: '/sign-in', verifyRequest: '/sign-in/sent', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    callbacks: {
      session: ({ session, user }) => ({
        ...session,
        accountId: user.id,
        user: { name: user.name ?? null, email: user.email },
      }),
    },
    events: {
      signIn: async ({ user, account, profile }) => {
        const proven =
          account?.type === 'email' || (profile as OidcProfile | undefined)?.email_verified === true;
        if (proven && user.email) await noteProvenAddress(accountScope(user.id), user.email, new Date());
      },
    },
  };
}
