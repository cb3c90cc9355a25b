'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import type { Decisions } from './use-decisions.ts';

/** What keeps decisions from taking place: somebody was faster, a refusal, or no net. Nothing when all is well. */
export function DecisionTrouble({ decisions, className }: { decisions: Decisions; className?: string }) {
  const t = useTranslations('hire.decide');
  const { trouble, waiting } = decisions;
  if (!trouble && waiting === 0) return null;
  return (
    <div className={className}>
      {waiting > 0 && (
        <Note live>
          <p>{t('waiting', { count: waiting })}</p>
          <Button size="sm" onClick={decisions.dropWaiting}>
            {t('dropWaiting', { count: waiting })}
          </Button>
        </Note>
      )}
      {trouble && (
        <Note tone="bad" live>
          <p>{trouble.text}</p>
          <p className="row">
            {trouble.see && (
              <Button size="sm" onClick={trouble.see}>
                {t('seeIt')}
              </Button>
            )}
            {trouble.keep && (
              <Button size="sm" onClick={trouble.keep}>
                {t('keepMine')}
              </Button>
            )}
            <Button size="sm" bare onClick={decisions.clear}>
              {t('dismiss')}
            </Button>
          </p>
        </Note>
      )}
    </div>
  );
}
