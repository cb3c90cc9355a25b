'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import type { PolicyWork } from './use-policy.ts';

/** After a dry run: why, apply as the next version, or drop. */
export function ApplyLine({
  work,
  mayWrite,
  onDone,
}: {
  work: PolicyWork;
  mayWrite: boolean;
  onDone?: () => void;
}) {
  const t = useTranslations('policy');
  const [reason, setReason] = useState('');
  const { tried, busy, drop, apply } = work;
  if (!tried) return null;
  const send = async () => {
    if (!busy && (await apply(reason))) {
      setReason('');
      onDone?.();
    }
  };
  const notYet = mayWrite ? undefined : t('readOnly');
  return (
    <div className="stack-2">
      {mayWrite && (
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          optional
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className="row">
        <Button tone="go" notYet={notYet} onClick={() => void send()}>
          {t('apply', { version: tried.trial.version + 1 })}
        </Button>
        <Button onClick={drop}>{t('drop')}</Button>
      </div>
      {mayWrite && <p className="t13 quiet">{t('undoable')}</p>}
    </div>
  );
}
