import { getTranslations } from 'next-intl/server';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export default async function ApplicationsLoading() {
  const t = await getTranslations('candidate.applications');
  return (
    <div className="wrap max-w-256 stack-6">
      <h1>{t('title')}</h1>
      <LoadingRows whole rows={4} />
    </div>
  );
}
