import type { Account, NextAuthOptions } from 'next-auth';
import { authAdapter, noteProvenAddress } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { log } from '#server/platform/log.ts';
import { accountScope } from '#server/platform/scope.ts';
import { type OidcProfile, signInProviders } from './providers.ts';

export { signInProviders };

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

/**
 * The address that this sign-in proves to be the person's, or null: the one that the mail went to (which need not be
 * the account's first one), or the one that the provider says it verified.
 */
function provenAddress(account: Account | null, profile: OidcProfile | undefined): string | null {
  if (account?.type === 'email') return account.providerAccountId;
  const verified = profile?.email_verified === true || profile?.email_verified === 'true';
  return verified ? (profile?.email ?? null) : null;
}

function causeOf(details: unknown): Error | null {
  const error = details instanceof Error ? details : (details as { error?: unknown } | null)?.error;
  return error instanceof Error ? error : null;
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
      redirect: ({ url, baseUrl }) => {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
        return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl;
      },
      // An account made with an unproven address would wait there for whoever proves it later.
      signIn: ({ account, profile }) =>
        account?.type !== 'oauth' ||
        provenAddress(account, profile as OidcProfile | undefined) !== null ||
        '/sign-in?error=AddressNotVerified',
      session: ({ session, user }) => ({
        ...session,
        accountId: user.id,
        user: { name: user.name ?? null, email: user.email },
      }),
    },
    events: {
      signIn: async ({ user, account, profile }) => {
        const proven = provenAddress(account, profile as OidcProfile | undefined);
        if (proven) await noteProvenAddress(accountScope(user.id), proven, new Date());
      },
    },
    logger: {
      error: (code, details) => {
        const cause = causeOf(details);
        // A mistyped address or a limit is the visitor's matter, not ours.
        if (cause instanceof AppError) log.info({ code, reason: cause.code }, 'sign-in refused');
        else log.error({ code, error: cause?.stack ?? 'unknown' }, 'sign-in failed');
      },
      warn: (code) => log.warn({ code }, 'sign-in library warns'),
      debug: () => {},
    },
  };
}
