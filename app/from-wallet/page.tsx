import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { api } from '#server/api/caller.ts';
import { readRefusal } from '#server/api/refusal.ts';
import { responseCodeInput } from '#server/presentations/schemas.ts';
import { LetIn } from './let-in.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder.arrival');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

async function readArrival(parameters: { code?: string | string[] }) {
  const input = responseCodeInput.safeParse(parameters);
  if (!input.success) return null;
  try {
    const arrival = await (await api()).wallets.arrival(input.data);
    return { ...arrival, code: input.data.code };
  } catch (error) {
    if (readRefusal(error) === null) throw error;
    return null;
  }
}

/**
 * Where a wallet sends the browser. Only the account that asked may let the credentials in: here at the press of a
 * button, or there by typing the code; so nobody can have another person answer a request of theirs unnoticed.
 */
export default async function FromWalletPage({
  searchParams,
}: {
  searchParams: Promise<{ code?: string | string[] }>;
}) {
  const t = await getTranslations('holder.arrival');
  const arrival = await readArrival(await searchParams);
  return (
    <div className="wrap narrow stack">
      <h1>{arrival === null ? t('unknown') : t('title')}</h1>
      {arrival === null && <p className="soft">{t('unknownHelp')}</p>}
      {arrival?.standing === 'done' && (
        <p>
          {t('done')} <AppLink href="/wallet/import">{t('see')}</AppLink>
        </p>
      )}
      {arrival?.standing === 'answered' && arrival.isYours && <LetIn code={arrival.code} />}
      {arrival?.standing === 'answered' && !arrival.isYours && (
        <>
          <p>{t('elsewhere', { account: arrival.account })}</p>
          <dl className="stack-2">
            <dt className="sm soft">{t('code')}</dt>
            <dd className="m-0 font-mono text-3xl tracking-widest">{arrival.shortCode}</dd>
          </dl>
          <Note tone="warn">
            <p>{t('warning', { account: arrival.account })}</p>
          </Note>
        </>
      )}
    </div>
  );
}
