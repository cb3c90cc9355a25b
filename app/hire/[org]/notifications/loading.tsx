import { getTranslations } from 'next-intl/server';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { PageHead } from '#app/ui/base/page-head.tsx';

export default async function HouseNotificationsLoading() {
  const t = await getTranslations('notices');
  return (
    <>
      <PageHead title={t('title')} />
      <div className="hire-body">
        <LoadingRows whole rows={6} />
      </div>
    </>
  );
}
