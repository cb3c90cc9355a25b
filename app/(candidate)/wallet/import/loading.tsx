import { getTranslations } from 'next-intl/server';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';

export default async function ImportLoading() {
  const t = await getTranslations('candidate.import');
  return (
    <div className="wrap form stack-6">
      <PageTitle title={t('title')}>{t('lead')}</PageTitle>
      <LoadingRows whole rows={4} />
    </div>
  );
}
