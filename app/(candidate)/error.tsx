'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { PartFailed } from './part-failed.tsx';

/** A page of the candidate that broke; the rest of the house stays. */
export default function CandidateError({
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
