import { useTranslations } from 'next-intl';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export default function DeskLoading() {
  const t = useTranslations('demo.desk');
  return (
    <div className="wrap stack">
      <h1>{t('title')}</h1>
      <LoadingRows whole rows={8} />
    </div>
  );
}
