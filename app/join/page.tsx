import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { api } from '#server/api/caller.ts';
import { readRefusal } from '#server/api/refusal.ts';
import { invitationTokenInput } from '#server/organizations/schemas.ts';
import { JoinButton } from './join-button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('house.join');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

async function readInvitation(input: unknown) {
  const parsed = invitationTokenInput.safeParse(input);
  if (!parsed.success) return null;
  try {
    const { token } = parsed.data;
    return { token, invitation: await (await api()).team.invitation({ token }) };
  } catch (error) {
    if (readRefusal(error)) return null;
    throw error;
  }
}

type Read = NonNullable<Awaited<ReturnType<typeof readInvitation>>>;

async function NextStep({ token, invitation }: Read) {
  const t = await getTranslations('house.join');
  const { organization, yours, member } = invitation;
  if (member)
    return (
      <>
        <Note>{t('member')}</Note>
        <ButtonLink tone="go" href={`/hire/${organization.slug}/jobs`}>
          {t('open', { org: organization.name })}
        </ButtonLink>
      </>
    );
  if (yours === null) {
    const back = encodeURIComponent(`/join?token=${token}`);
    return (
      <>
        <p className="soft">{t('signInHelp')}</p>
        <ButtonLink tone="go" href={`/sign-in?callbackUrl=${back}`}>
          {t('signIn')}
        </ButtonLink>
      </>
    );
  }
  if (yours) return <JoinButton token={token} />;
  return (
    <Note tone="warn">
      <p>
        <b>{t('foreign')}</b>
      </p>
      <p>
        {t.rich('foreignHelp', { profile: (words) => <AppLink href="/profile#addresses">{words}</AppLink> })}
      </p>
    </Note>
  );
}

/** A page with a button stands between mail and membership: scanners that open links must not use them up. */
export default async function JoinPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const [t, read] = await Promise.all([getTranslations('house.join'), searchParams.then(readInvitation)]);
  if (read === null)
    return (
      <div className="wrap narrow stack">
        <h1>{t('over')}</h1>
        <p className="soft">{t('overHelp')}</p>
      </div>
    );
  const { invitation } = read;
  return (
    <div className="wrap narrow stack">
      <h1>{t('title')}</h1>
      <p className="prose">
        {t.rich('lead', {
          org: () => <bdi className="strong">{invitation.organization.name}</bdi>,
          role: t(`role.${invitation.role}`),
        })}
      </p>
      <p className="soft">
        {t.rich('for', {
          address: () => (
            <span dir="ltr" className="strong wrap-anywhere">
              {invitation.address}
            </span>
          ),
          until: () => <Moment at={invitation.expiresAt} />,
        })}
      </p>
      <NextStep {...read} />
    </div>
  );
}
