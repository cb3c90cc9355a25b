'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { CheckField, TextField } from '#app/ui/base/field.tsx';
import { Cell, Row, RowHead } from '#app/ui/base/table.tsx';
import type { SilentRule } from '#server/organizations/schemas.ts';

interface Draft {
  on: boolean;
  days: string;
  weight: string;
}

const isWithin = (text: string, least: number, most: number) =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

/** The rule for issuers that do not answer: nothing, or a share for some days. */
export function SilentLine({
  silent,
  mayTry,
  onChange,
}: {
  silent: SilentRule | null;
  mayTry: boolean;
  onChange: (silent: SilentRule | null) => void;
}) {
  const t = useTranslations('policy.page');
  const p = useTranslations('policy');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [tried, setTried] = useState(false);
  const wrong = {
    days: tried && draft?.on === true && !isWithin(draft.days, 1, 365),
    weight: tried && draft?.on === true && !isWithin(draft.weight, 0, 100),
  };
  const open = () => {
    setTried(false);
    setDraft({ on: silent !== null, days: String(silent?.days ?? 14), weight: String(silent?.weight ?? 80) });
  };
  const done = () => {
    setTried(true);
    if (!draft) return;
    if (draft.on && !(isWithin(draft.days, 1, 365) && isWithin(draft.weight, 0, 100))) return;
    onChange(draft.on ? { days: Number(draft.days), weight: Number(draft.weight) } : null);
    setDraft(null);
  };
  return (
    <Row>
      <RowHead>{t('silent')}</RowHead>
      <Cell label={t('counts')}>
        {draft === null &&
          (silent === null
            ? t('silentNone')
            : t('silentRule', { factor: silent.weight / 100, days: silent.days }))}
        {draft !== null && (
          <div className="stack-2">
            <CheckField
              label={t('silentOn')}
              checked={draft.on}
              onChange={(event) => setDraft({ ...draft, on: event.currentTarget.checked })}
            />
            {draft.on && (
              <>
                <TextField
                  label={t('silentDays')}
                  error={wrong.days ? t('silentDaysWrong') : undefined}
                  width="6rem"
                  inputMode="numeric"
                  value={draft.days}
                  onChange={(event) => setDraft({ ...draft, days: event.currentTarget.value })}
                />
                <TextField
                  label={p('weight')}
                  error={wrong.weight ? p('weightWrong') : undefined}
                  width="6rem"
                  inputMode="numeric"
                  value={draft.weight}
                  onChange={(event) => setDraft({ ...draft, weight: event.currentTarget.value })}
                />
              </>
            )}
          </div>
        )}
      </Cell>
      <Cell label="" className="r">
        {mayTry && (
          <Button
            size="sm"
            bare={draft === null}
            aria-label={draft === null ? t('changeOf', { name: t('silent') }) : undefined}
            onClick={draft === null ? open : done}
          >
            {t(draft === null ? 'change' : 'done')}
          </Button>
        )}
      </Cell>
    </Row>
  );
}
