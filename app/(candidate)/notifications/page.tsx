import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notices } from '#app/ui/notices/notices-page.tsx';
import { requirePerson } from '../who.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices');
  return { title: t('title') };
}

export default async function NotificationsPage({ searchParams }: Props) {
  await requirePerson('/notifications');
  const [t, { cursor }] = await Promise.all([getTranslations('notices'), searchParams]);
  return (
    <div className="wrap form stack">
      <h1>{t('title')}</h1>
      <Notices base="/notifications" cursor={cursor} />
    </div>
  );
}
