import { getTranslations } from 'next-intl/server';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';

export default async function WalletLoading() {
  const t = await getTranslations('candidate.wallet');
  return (
    <div className="wrap stack-6">
      <PageTitle title={t('title')} />
      <LoadingRows whole rows={6} />
    </div>
  );
}
