import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signin.confirm');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** The mailed link leads here; the button leads on with the same query. */
export default async function ConfirmPage({ searchParams }: { searchParams: Query }) {
  const [t, ui, query] = await Promise.all([
    getTranslations('signin.confirm'),
    getTranslations('signin.sent'),
    searchParams,
  ]);
  const given = ['callbackUrl', 'token', 'email'].flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' ? [{ name, value }] : [];
  });
  const { token, email } = query;
  if (typeof token !== 'string' || typeof email !== 'string') {
    return (
      <div className="wrap narrow stack">
        <h1>{t('broken')}</h1>
        <p className="soft">{t('brokenHelp')}</p>
        <ButtonLink href="/sign-in">{ui('again')}</ButtonLink>
      </div>
    );
  }
  return (
    <div className="wrap narrow stack">
      <h1>{t('title')}</h1>
      <p>{t('lead', { email })}</p>
      <form method="get" action="/api/auth/callback/email">
        {given.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button tone="go" type="submit">
          {t('button')}
        </Button>
      </form>
      <p className="t13 soft">{t('why')}</p>
    </div>
  );
}
