import { useTranslations } from 'next-intl';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export default function OutboxLoading() {
  const t = useTranslations('demo.outbox');
  return (
    <div className="wrap form stack">
      <h1>{t('title')}</h1>
      <LoadingRows whole rows={5} />
    </div>
  );
}
