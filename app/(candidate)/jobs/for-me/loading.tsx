import { getTranslations } from 'next-intl/server';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';

export default async function JobsForMeLoading() {
  const t = await getTranslations('matches');
  return (
    <div className="wrap stack">
      <PageTitle title={t('title')}>{t('lead')}</PageTitle>
      <LoadingRows whole rows={8} />
    </div>
  );
}
