'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { Fault } from '#app/ui/base/fault.tsx';

function faultNumberOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}

/** A page that failed. The digest is in the server's log under the same number. */
export default function PageFault({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('ui.error');
  const number = faultNumberOf(error);
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div className="wrap form">
      <Fault
        code="500"
        title={t('failedTitle')}
        actions={
          <>
            <Button tone="go" onClick={retry}>
              {t('again')}
            </Button>
            <ButtonLink href="/">{t('home')}</ButtonLink>
          </>
        }
      >
        <p>
          {t('failed')}
          {number !== undefined && (
            <>
              {' '}
              {t('failedNumber')} <span className="mono">{number}</span>.
            </>
          )}
        </p>
      </Fault>
    </div>
  );
}
