'use client';

import { GripVertical, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef } from 'react';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { SegmentedRadio } from '#app/ui/base/segmented.tsx';
import { AskedMore } from './asked-more.tsx';
import { type Line, nameOf, type Problems } from './draft.ts';
import { PeopleFigure } from './funnel.tsx';
import { useDraggable } from './use-reorder.ts';

const levels = ['any', '1', '2', '3', '4'] as const;

function Weight({
  line,
  name,
  share,
  error,
  onChange,
}: {
  line: Line;
  name: string;
  share: number | null;
  error: string | undefined;
  onChange: (patch: Partial<Line>) => void;
}) {
  const t = useTranslations('hire.asked');
  const format = useFormatter();
  return (
    <div className="asked-weight">
      <input
        id={`weight-${line.key}`}
        className="in"
        type="number"
        inputMode="numeric"
        min={1}
        max={9}
        aria-label={t('weightOf', { name })}
        aria-invalid={error ? true : undefined}
        aria-describedby={`share-${line.key}`}
        value={line.weight}
        onChange={(event) => onChange({ weight: event.currentTarget.value })}
      />
      <span className="soft num" id={`share-${line.key}`}>
        {share === null ? t('weightRange') : t('share', { share: format.number(share) })}
      </span>
    </div>
  );
}

function LineName({ line }: { line: Line }) {
  const t = useTranslations('hire.asked');
  const tier = useTranslations('ui.tier');
  const [first, ...others] = line.skills;
  return (
    <div className="asked-name">
      <span className="strong">{first?.label}</span>{' '}
      {others.map((skill) => (
        <span key={skill.skillKey} className="tag">
          {t('orOne', { name: skill.label })}
        </span>
      ))}
      <span className="block t13 quiet">
        {line.minTier === 0 ? t('anyProofLine') : t('proofFrom', { tier: tier(String(line.minTier)) })}
        {others.length > 0 && ` · ${t('alternatives', { count: line.skills.length })}`}
      </span>
    </div>
  );
}

/** One line of what is asked: handle, skill or alternatives, level, must or nice, weight with its share, people. */
export function AskedLine({
  org,
  line,
  share,
  people,
  asked,
  problems,
  carried,
  onChange,
  onRemove,
  onGripKey,
  onGripBlur,
  onDropped,
}: {
  org: string;
  line: Line;
  share: number | null;
  /** People one may see who meet it; null = one to four, undefined = not known yet. */
  people: number | null | undefined;
  asked: ReadonlyMap<number, string>;
  problems: Problems;
  carried: boolean;
  onChange: (patch: Partial<Line>) => void;
  onRemove: () => void;
  onGripKey: (event: KeyboardEvent, line: { key: string; name: string }) => void;
  onGripBlur: (key: string) => void;
  onDropped: (dragged: string) => void;
}) {
  const t = useTranslations('hire.asked');
  const name = nameOf(line, t('or'));
  const row = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLDivElement>(null);
  const over = useDraggable(row, grip, line.key, onDropped);
  const state = [carried && 'carried', over && 'over'].filter(Boolean).join(' ');
  return (
    <li
      ref={row}
      className={state ? `asked ${state}` : 'asked'}
      id={`line-${line.key}`}
      tabIndex={-1}
      aria-label={name}
    >
      <div ref={grip} className="asked-grip">
        <IconButton
          id={`grip-${line.key}`}
          label={t('grip', { name })}
          aria-pressed={carried}
          onKeyDown={(event) => onGripKey(event, { key: line.key, name })}
          onBlur={() => onGripBlur(line.key)}
        >
          <GripVertical className="ic" aria-hidden />
        </IconButton>
      </div>
      <LineName line={line} />
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
      <Weight
        line={line}
        name={name}
        share={share}
        error={problems[`weight:${line.key}`]}
        onChange={onChange}
      />
      <span className="asked-people num">
        {people !== undefined && (
          <>
            <b>
              <PeopleFigure value={people} />
            </b>{' '}
            <span className="quiet xs">{t('people')}</span>
          </>
        )}
      </span>
      <IconButton label={t('remove', { name })} onClick={onRemove}>
        <X className="ic" aria-hidden />
      </IconButton>
      <AskedMore
        org={org}
        line={line}
        asked={asked}
        error={problems[`shortLabel:${line.key}`]}
        onChange={onChange}
      />
    </li>
  );
}
