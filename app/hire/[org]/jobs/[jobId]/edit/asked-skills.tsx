'use client';

import { useTranslations } from 'next-intl';
import { Section } from '#app/ui/base/section.tsx';
import { AskedLine } from './asked-line.tsx';
import { type Draft, type Line, type Problems, sharesOf } from './draft.ts';
import { type PickedSkill, SkillPicker } from './skill-picker.tsx';

function newLine(skill: PickedSkill): Line {
  return {
    key: `skill-${skill.skillKey}`,
    id: null,
    skills: [skill],
    must: false,
    weight: '1',
    minLevel: null,
    minTier: 0,
    shortLabel: '',
  };
}

/** What is asked, a line each, and the picker that adds to it. */
export function AskedSkills({
  lines,
  problems,
  onChange,
}: {
  lines: readonly Line[];
  problems: Problems;
  onChange: (patch: Pick<Draft, 'lines'>) => void;
}) {
  const t = useTranslations('hire.asked');
  const shares = sharesOf(lines);
  const asked = new Map(
    lines.flatMap((line) =>
      line.skills.map((skill) => [skill.skillKey, t('already', { weight: line.weight })] as const),
    ),
  );
  const change = (key: string, patch: Partial<Line>) =>
    onChange({ lines: lines.map((line) => (line.key === key ? { ...line, ...patch } : line)) });
  const add = (skill: PickedSkill) => {
    const known = lines.find((line) => line.skills.some((each) => each.skillKey === skill.skillKey));
    if (known) document.getElementById(`line-${known.key}`)?.focus();
    else onChange({ lines: [...lines, newLine(skill)] });
  };
  return (
    <Section title={t('title')} aside={t('count', { count: lines.length })}>
      {lines.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <>
          <div className="asked asked-head" aria-hidden="true">
            <span>{t('skill')}</span>
            <span>{t('level')}</span>
            <span>{t('needed')}</span>
            <span>{t('weight')}</span>
          </div>
          <ol className="asked-list">
            {lines.map((line, index) => (
              <AskedLine
                key={line.key}
                line={line}
                share={shares[index] ?? null}
                asked={asked}
                problems={problems}
                onChange={(patch) => change(line.key, patch)}
                onRemove={() => onChange({ lines: lines.filter((each) => each.key !== line.key) })}
              />
            ))}
          </ol>
        </>
      )}
      <SkillPicker
        label={t('add')}
        asked={asked}
        onPick={add}
        onRemoveLast={() => onChange({ lines: lines.slice(0, -1) })}
      />
    </Section>
  );
}
