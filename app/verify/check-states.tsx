'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { failureOf } from './use-check.ts';

/** While the issuer is asked. */
export function Waiting() {
  const t = useTranslations('verify');
  return <LoadingRows rows={8} label={t('checking')} late={t('late')} />;
}

/** Nothing could be checked: why, and how to mend it. */
export function Failure({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const t = useTranslations('verify');
  const failure = failureOf(error);
  return (
    <Note tone="bad" live>
      <p>
        <b>{failure?.sentence ?? t('failed')}</b>
      </p>
      <p>{failure ? failure.hint : t('offline')}</p>
      {failure && (
        <p className="mono quiet xs" dir="ltr">
          {failure.code}
        </p>
      )}
      <p>
        <Button size="sm" onClick={onAgain}>
          {t('again')}
        </Button>
      </p>
    </Note>
  );
}
