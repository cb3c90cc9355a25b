import { getTranslations } from 'next-intl/server';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { PageHead } from '#app/ui/base/page-head.tsx';

export default async function JobsLoading() {
  const t = await getTranslations('hire.jobs');
  return (
    <>
      <PageHead title={t('title')} />
      <div className="wrap">
        <LoadingRows whole rows={8} />
      </div>
    </>
  );
}
