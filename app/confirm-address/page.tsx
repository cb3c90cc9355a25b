import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { confirmAddressInput } from '#server/accounts/schemas.ts';
import { ConfirmAddress } from './confirm-address.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify.mailed');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** A page with a button stands between mail and confirmation: scanners that open links must not use them up. */
export default async function ConfirmAddressPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const t = await getTranslations('verify.mailed');
  const input = confirmAddressInput.safeParse(await searchParams);
  return (
    <div className="wrap narrow stack">
      <h1>{input.success ? t('title') : t('broken')}</h1>
      {input.success ? (
        <ConfirmAddress token={input.data.token} />
      ) : (
        <p className="soft">
          {t('brokenHelp')} <AppLink href="/profile#addresses">{t('profile')}</AppLink>
        </p>
      )}
    </div>
  );
}
