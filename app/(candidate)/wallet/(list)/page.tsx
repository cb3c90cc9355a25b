import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { api } from '#server/api/caller.ts';
import { requirePerson } from '../../who.ts';
import { Wallet } from '../wallet.tsx';
import { readView } from '../wallet-view.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('candidate.wallet');
  return { title: t('title') };
}

export default async function WalletPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePerson('/wallet');
  const caller = await api();
  const [wallet, profile, stakes, query] = await Promise.all([
    caller.credentials.wallet(),
    caller.profile.get(),
    caller.applications.stakes(),
    searchParams,
  ]);
  return <Wallet wallet={wallet} profile={profile} stakes={stakes} view={readView(query)} />;
}
