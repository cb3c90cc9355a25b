import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** What happened, what is kept, what to do; with the number under which the fault is recorded. */
export function PartFailed({ digest, children }: { digest?: string | undefined; children: ReactNode }) {
  const t = useTranslations('ui.error');
  return (
    <div className="wrap narrow stack">
      <h1>{t('failedTitle')}</h1>
      <p className="soft">{t('failed')}</p>
      {digest !== undefined && (
        <p className="t13 quiet">
          {t('failedNumber')}{' '}
          <span className="mono" dir="ltr">
            {digest}
          </span>
        </p>
      )}
      <div className="row">{children}</div>
    </div>
  );
}
