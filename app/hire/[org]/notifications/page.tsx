import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findHouse } from '#app/hire/house.ts';
import { PageHead } from '#app/ui/base/page-head.tsx';
import { Notices } from '#app/ui/notices/notices-page.tsx';

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices');
  return { title: t('title') };
}

export default async function HouseNotificationsPage({ params, searchParams }: Props) {
  const [{ org }, { cursor }, t] = await Promise.all([params, searchParams, getTranslations('notices')]);
  const base = `/hire/${org}/notifications`;
  await findHouse(org, base);
  return (
    <>
      <PageHead title={t('title')} />
      <div className="hire-body stack max-w-232">
        <Notices base={base} cursor={cursor} />
      </div>
    </>
  );
}
