'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { SelectField, TextField } from '#app/ui/base/field.tsx';
import { SegmentedRadio } from '#app/ui/base/segmented.tsx';
import type { Treatment } from '#server/organizations/schemas.ts';

/** A rule while it is being typed. */
export interface RuleDraft {
  mode: 'accept' | 'limit' | 'refuse';
  weight: string;
  minTier: number;
}

/** A stored rule as a draft; null = no rule of its own. */
export function toDraft(rule: Treatment | null): RuleDraft {
  if (rule === null) return { mode: 'accept', weight: '100', minTier: 0 };
  if (rule.effect === 'refuse') return { mode: 'refuse', weight: '100', minTier: 0 };
  const { weight, minTier } = rule;
  return { mode: weight === 100 && minTier === 0 ? 'accept' : 'limit', weight: String(weight), minTier };
}

/** The rule of a draft; null when its weight is no whole number from 0 to 100. */
export function toRule({ mode, weight, minTier }: RuleDraft): Treatment | null {
  if (mode === 'accept') return { effect: 'accept', weight: 100, minTier: 0 };
  if (mode === 'refuse') return { effect: 'refuse', weight: 0, minTier: 0 };
  if (!/^\d{1,3}$/.test(weight.trim()) || Number(weight) > 100) return null;
  return { effect: 'accept', weight: Number(weight), minTier };
}

const tiers = [0, 1, 2, 3, 4, 5] as const;

/** Accept, limit (from a tier on, by a weight) or refuse. */
export function RuleFields({
  draft,
  legend,
  legendHidden = false,
  wrong,
  onChange,
}: {
  draft: RuleDraft;
  legend: string;
  legendHidden?: boolean;
  /** True when the weight cannot be read. */
  wrong: boolean;
  onChange: (draft: RuleDraft) => void;
}) {
  const t = useTranslations('policy');
  const tierWord = useTranslations('ui.tier');
  const name = useId();
  const modes = ['accept', 'limit', 'refuse'] as const;
  return (
    <div className="stack-2">
      <SegmentedRadio
        legend={legend}
        legendHidden={legendHidden}
        name={name}
        value={draft.mode}
        options={modes.map((mode) => ({ value: mode, label: t(mode) }))}
        radio={{
          onChange: (event) => {
            const mode = modes.find((each) => each === event.currentTarget.value);
            if (mode) onChange({ ...draft, mode });
          },
        }}
      />
      {draft.mode === 'limit' && (
        <>
          <SelectField
            label={t('from')}
            value={draft.minTier}
            onChange={(event) => onChange({ ...draft, minTier: Number(event.currentTarget.value) })}
          >
            {tiers.map((level) => (
              <option key={level} value={level}>
                {t('tierOption', { level, word: tierWord(String(level)) })}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('weight')}
            hint={t('weightHint')}
            error={wrong ? t('weightWrong') : undefined}
            width="6rem"
            inputMode="numeric"
            value={draft.weight}
            onChange={(event) => onChange({ ...draft, weight: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}
