import { getTranslations } from 'next-intl/server';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export default async function NotificationsLoading() {
  const t = await getTranslations('notices');
  return (
    <div className="wrap form stack">
      <h1>{t('title')}</h1>
      <LoadingRows whole rows={6} />
    </div>
  );
}
