'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SelectField, TextField } from '#app/ui/base/field.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import type { Line } from './draft.ts';
import { type PickedSkill, SkillPicker } from './skill-picker.tsx';

const tiers = [0, 1, 2, 3, 4, 5] as const;
const mostAlternatives = 6;

type Change = (patch: Partial<Line>) => void;

function Alternatives({
  org,
  line,
  asked,
  onChange,
}: {
  org: string;
  line: Line;
  asked: ReadonlyMap<number, string>;
  onChange: Change;
}) {
  const t = useTranslations('hire.asked');
  const add = (skill: PickedSkill) => {
    if (!asked.has(skill.skillKey)) onChange({ skills: [...line.skills, skill] });
  };
  const remove = (skillKey: number) =>
    onChange({ skills: line.skills.filter((skill) => skill.skillKey !== skillKey) });
  return (
    <div className="stack-2">
      {line.skills.length > 1 && (
        <ul className="row">
          {line.skills.map((skill) => (
            <li key={skill.skillKey} className="fl">
              {skill.label}
              <IconButton
                label={t('removeAlternative', { name: skill.label })}
                onClick={() => remove(skill.skillKey)}
              >
                <X className="ic" aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {line.skills.length < mostAlternatives && (
        <SkillPicker
          org={org}
          label={t('addAlternative')}
          hint={t('alternativeHint')}
          asked={asked}
          onPick={add}
        />
      )}
    </div>
  );
}

/** What of a line is changed less often: evidence asked, label over the bars, alternatives. */
export function AskedMore({
  org,
  line,
  asked,
  error,
  onChange,
}: {
  org: string;
  line: Line;
  asked: ReadonlyMap<number, string>;
  error: string | undefined;
  onChange: Change;
}) {
  const t = useTranslations('hire.asked');
  const tier = useTranslations('ui.tier');
  return (
    <details className="asked-more" {...(error ? { open: true } : {})}>
      <summary className="t13">{t('more')}</summary>
      <div className="asked-fields">
        <SelectField
          label={t('proofAsked')}
          value={line.minTier}
          onChange={(event) => onChange({ minTier: Number(event.currentTarget.value) })}
        >
          {tiers.map((level) => (
            <option key={level} value={level}>
              {level === 0 ? t('anyProof') : t('tierOption', { level, word: tier(String(level)) })}
            </option>
          ))}
        </SelectField>
        <TextField
          id={`shortLabel-${line.key}`}
          label={t('shortLabel')}
          hint={t('shortLabelHint')}
          error={error}
          optional
          width="8rem"
          maxLength={8}
          value={line.shortLabel}
          onChange={(event) => onChange({ shortLabel: event.currentTarget.value })}
        />
        <Alternatives org={org} line={line} asked={asked} onChange={onChange} />
      </div>
    </details>
  );
}
