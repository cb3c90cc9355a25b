import EmailProvider from 'next-auth/providers/email';
import GitHubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import type { OAuthConfig, Provider } from 'next-auth/providers/index';
import LinkedInProvider from 'next-auth/providers/linkedin';
import { normalizeAddress } from '#server/accounts/core/address.ts';
import { addAddressInput } from '#server/accounts/schemas.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { canSendMail, sendMail } from '#server/platform/mail.ts';
import { takePoint } from '#server/platform/rate-limit.ts';

/** What an OpenID provider says of a person. */
export interface OidcProfile {
  sub: string;
  name?: string;
  email?: string;
  /** Some send the text "true". */
  email_verified?: boolean | string;
}

const mailRate = { name: 'sign-in-mail', points: 6, seconds: 900 };

function mailProvider(): Provider {
  return EmailProvider({
    maxAge: 30 * 60,
    // Exactly one address, compared in the form in which confirmed ones are; anything else is refused.
    normalizeIdentifier: (identifier) => {
      const read = addAddressInput.safeParse({ address: String(identifier).trim() });
      if (!read.success) throw new AppError('sign-in.address', 'bad-input', 'This is not one address.');
      return normalizeAddress(read.data.address);
    },
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

function readOidcProfile({ sub, name, email }: OidcProfile) {
  return { id: sub, name: name ?? email ?? sub, email: email ?? null };
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
    profile: readOidcProfile,
  };
}

/** GitHub's profile may show an address that nobody verified: only the verified first one is taken. */
async function findGitHubAddress(accessToken: string): Promise<string | null> {
  const answer = await fetch('https://api.github.com/user/emails', {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(5_000),
  });
  if (!answer.ok) return null;
  const known = (await answer.json()) as { email: string; primary: boolean; verified: boolean }[];
  return known.find((entry) => entry.primary && entry.verified)?.email ?? null;
}

function gitHubProvider(clientId: string, clientSecret: string): Provider {
  return GitHubProvider({
    clientId,
    clientSecret,
    userinfo: {
      url: 'https://api.github.com/user',
      request: async ({ client, tokens }) => {
        const accessToken = tokens.access_token ?? '';
        const profile = await client.userinfo(accessToken);
        const email = await findGitHubAddress(accessToken);
        const { email: _unproven, ...rest } = profile;
        return { ...rest, ...(email ? { email } : {}), email_verified: email !== null };
      },
    },
  });
}

/** LinkedIn speaks OpenID Connect; the library's own provider still asks its withdrawn interface. */
function linkedInProvider(clientId: string, clientSecret: string): Provider {
  return LinkedInProvider({
    clientId,
    clientSecret,
    wellKnown: 'https://www.linkedin.com/oauth/.well-known/openid-configuration',
    idToken: true,
    checks: ['state'],
    profile: (profile) => readOidcProfile(profile as unknown as OidcProfile),
  });
}

/** The ways to sign in that the environment configures. */
export function signInProviders(): Provider[] {
  const e = env();
  const providers: Provider[] = [];
  if (canSendMail()) providers.push(mailProvider());
  if (e.GITHUB_CLIENT_ID && e.GITHUB_CLIENT_SECRET)
    providers.push(gitHubProvider(e.GITHUB_CLIENT_ID, e.GITHUB_CLIENT_SECRET));
  if (e.GOOGLE_CLIENT_ID && e.GOOGLE_CLIENT_SECRET)
    providers.push(GoogleProvider({ clientId: e.GOOGLE_CLIENT_ID, clientSecret: e.GOOGLE_CLIENT_SECRET }));
  if (e.LINKEDIN_CLIENT_ID && e.LINKEDIN_CLIENT_SECRET)
    providers.push(linkedInProvider(e.LINKEDIN_CLIENT_ID, e.LINKEDIN_CLIENT_SECRET));
  if (e.OIDC_ISSUER && e.OIDC_CLIENT_ID && e.OIDC_CLIENT_SECRET)
    providers.push(
      oidcProvider(e.OIDC_ISSUER, e.OIDC_CLIENT_ID, e.OIDC_CLIENT_SECRET, e.OIDC_NAME ?? 'Single sign-on'),
    );
  return providers;
}
