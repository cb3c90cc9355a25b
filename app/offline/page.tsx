import { WifiOff } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Fault } from '#app/ui/base/fault.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ui.offline');
  return { title: t('title'), robots: { index: false } };
}

/** What a device shows for a page it has not kept while there is no network; kept itself when the first page is read. */
export default function OfflinePage() {
  const t = useTranslations('ui.offline');
  return (
    <PublicShell>
      <div className="wrap form">
        <Fault
          code={<WifiOff className="ic l" aria-hidden />}
          title={t('title')}
          actions={
            <ButtonLink tone="go" href="/wallet">
              {t('openWallet')}
            </ButtonLink>
          }
        >
          <p>{t('text')}</p>
        </Fault>
      </div>
    </PublicShell>
  );
}
