'use client';

import { useTranslations } from 'next-intl';
import { PartFailed } from '#app/(candidate)/part-failed.tsx';
import { Button } from '#app/ui/base/button.tsx';

export default function IssuerError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('ui.error');
  return (
    <PartFailed digest={error.digest}>
      <Button tone="go" onClick={reset}>
        {t('again')}
      </Button>
    </PartFailed>
  );
}
