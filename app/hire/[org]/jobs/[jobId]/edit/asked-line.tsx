'use client';

import { X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { SelectField, TextField } from '#app/ui/base/field.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { SegmentedRadio } from '#app/ui/base/segmented.tsx';
import type { Line, Problems } from './draft.ts';
import { type PickedSkill, SkillPicker } from './skill-picker.tsx';

const levels = ['any', '1', '2', '3', '4'] as const;
const tiers = [0, 1, 2, 3, 4, 5] as const;

function Alternatives({
  line,
  asked,
  onChange,
}: {
  line: Line;
  asked: ReadonlyMap<number, string>;
  onChange: (patch: Partial<Line>) => void;
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
      {line.skills.length < 6 && (
        <SkillPicker label={t('addAlternative')} hint={t('alternativeHint')} asked={asked} onPick={add} />
      )}
    </div>
  );
}

/** One line of what is asked: skill or alternatives, level, must or nice, weight with its share, proof, own label. */
export function AskedLine({
  line,
  share,
  asked,
  problems,
  onChange,
  onRemove,
}: {
  line: Line;
  share: number | null;
  asked: ReadonlyMap<number, string>;
  problems: Problems;
  onChange: (patch: Partial<Line>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('hire.asked');
  const tier = useTranslations('ui.tier');
  const format = useFormatter();
  const [first, ...others] = line.skills;
  const name = line.skills.map((skill) => skill.label).join(t('or'));
  const weightError = problems[`weight:${line.key}`];
  const labelError = problems[`shortLabel:${line.key}`];
  return (
    <li className="asked" id={`line-${line.key}`} tabIndex={-1} aria-label={name}>
      <div className="asked-name">
        <span className="strong">{first?.label}</span>{' '}
        {others.map((skill) => (
          <span key={skill.skillKey} className="tag">
            {t('orOne', { name: skill.label })}
          </span>
        ))}
        <span className="block t13 quiet">
          {line.minTier === 0 ? t('anyProof') : t('proofFrom', { tier: tier(String(line.minTier)) })}
          {others.length > 0 && ` · ${t('oneIsEnough')}`}
        </span>
      </div>
      <SegmentedRadio
        legend={t('levelOf', { name })}
        legendHidden
        name={`level-${line.key}`}
        value={line.minLevel === null ? 'any' : String(line.minLevel)}
        options={levels.map((level) => ({ value: level, label: level === 'any' ? t('any') : level }))}
        radio={{
          onChange: (event) => {
            const { value } = event.currentTarget;
            onChange({ minLevel: value === 'any' ? null : Number(value) });
          },
        }}
      />
      <SegmentedRadio
        legend={t('neededOf', { name })}
        legendHidden
        name={`must-${line.key}`}
        value={line.must ? 'must' : 'nice'}
        options={[
          { value: 'must', label: t('must') },
          { value: 'nice', label: t('nice') },
        ]}
        radio={{ onChange: (event) => onChange({ must: event.currentTarget.value === 'must' }) }}
      />
      <div className="asked-weight">
        <input
          id={`weight-${line.key}`}
          className="in"
          type="number"
          min={1}
          max={9}
          aria-label={t('weightOf', { name })}
          aria-invalid={weightError ? true : undefined}
          aria-describedby={`share-${line.key}`}
          value={line.weight}
          onChange={(event) => onChange({ weight: event.currentTarget.value })}
        />
        <span className="soft num" id={`share-${line.key}`}>
          {share === null
            ? t('weightRange')
            : t('share', { share: format.number(share, { maximumFractionDigits: 0 }) })}
        </span>
      </div>
      <IconButton label={t('remove', { name })} onClick={onRemove}>
        <X className="ic" aria-hidden />
      </IconButton>
      <details className="asked-more">
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
            error={labelError}
            optional
            width="8rem"
            maxLength={8}
            value={line.shortLabel}
            onChange={(event) => onChange({ shortLabel: event.currentTarget.value })}
          />
          <Alternatives line={line} asked={asked} onChange={onChange} />
        </div>
      </details>
    </li>
  );
}
