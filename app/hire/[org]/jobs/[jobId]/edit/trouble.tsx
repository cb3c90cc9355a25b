'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import type { Saving } from './use-job-draft.ts';

/** What keeps the work from being saved, and the ways out. Nobody's work is written over without being asked. */
export function Trouble({
  saving,
  onAgain,
  onTakeTheirs,
  onKeepMine,
}: {
  saving: Saving;
  onAgain: () => void;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}) {
  const t = useTranslations('hire.editor');
  if (saving !== 'conflict' && saving !== 'gone' && saving !== 'failed') return null;
  return (
    <Note tone="bad" live>
      <p>{t(`trouble.${saving}`)}</p>
      {saving === 'failed' && (
        <Button size="sm" onClick={onAgain}>
          {t('again')}
        </Button>
      )}
      {saving !== 'failed' && (
        <p className="row">
          <Button size="sm" onClick={() => window.open(window.location.href, '_blank', 'noopener')}>
            {t('openAgain')}
          </Button>
          {saving === 'conflict' && (
            <>
              <Button size="sm" onClick={onTakeTheirs}>
                {t('takeTheirs')}
              </Button>
              <Button size="sm" onClick={onKeepMine}>
                {t('keepMine')}
              </Button>
            </>
          )}
        </p>
      )}
    </Note>
  );
}
