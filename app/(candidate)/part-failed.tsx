import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Fault } from '#app/ui/base/fault.tsx';

/** What happened, what is kept, what to do; with the number under which the fault is recorded. */
export function PartFailed({ digest, children }: { digest?: string | undefined; children: ReactNode }) {
  const t = useTranslations('ui.error');
  return (
    <div className="wrap narrow">
      <Fault code="500" title={t('failedTitle')} actions={children}>
        <p className="soft">{t('failed')}</p>
        {digest !== undefined && (
          <p className="t13 quiet">
            {t('failedNumber')}{' '}
            <span className="mono" dir="ltr">
              {digest}
            </span>
          </p>
        )}
      </Fault>
    </div>
  );
}
