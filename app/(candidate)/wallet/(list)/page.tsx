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
  const view = readView(await searchParams);
  const caller = await api();
  const [overview, counting, others, profile, stakes] = await Promise.all([
    caller.credentials.walletOverview(),
    caller.credentials.walletPage({ group: 'counting', ...view }),
    caller.credentials.walletPage({ group: 'others', ...view }),
    caller.profile.get(),
    caller.applications.stakes(),
  ]);
  return (
    <Wallet overview={overview} pages={{ counting, others }} profile={profile} stakes={stakes} view={view} />
  );
}
