import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readOrigin } from '#app/read-origin.ts';
import { api } from '#server/api/caller.ts';
import { requirePerson } from '../../who.ts';
import { PageSharing } from './page-sharing.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('share.page');
  return { title: t('title') };
}

export default async function SharePage() {
  await requirePerson('/wallet/share');
  const caller = await api();
  const [page, credentials, origin] = await Promise.all([
    caller.profile.page(),
    caller.credentials.sharing(),
    readOrigin(),
  ]);
  return <PageSharing page={page} credentials={credentials} address={`${origin}/p/${page.handle}`} />;
}
