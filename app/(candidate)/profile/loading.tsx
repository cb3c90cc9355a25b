import { getTranslations } from 'next-intl/server';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export default async function ProfileLoading() {
  const t = await getTranslations('candidate.profile');
  return (
    <div className="wrap form stack-6">
      <h1>{t('title')}</h1>
      <LoadingRows whole rows={6} />
    </div>
  );
}
