'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Section } from '#app/ui/base/section.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import { AskedLine } from './asked-line.tsx';
import { type Draft, type Line, nameOf, newLine, type Problems, sharesOf } from './draft.ts';
import { type PickedSkill, SkillPicker } from './skill-picker.tsx';
import { useReorder } from './use-reorder.ts';

/** Marks of the skills that are asked, for the pickers. */
function useAsked(lines: readonly Line[]): ReadonlyMap<number, string> {
  const t = useTranslations('hire.asked');
  return new Map(
    lines.flatMap((line) =>
      line.skills.map((skill) => [skill.skillKey, t('already', { weight: line.weight })] as const),
    ),
  );
}

/** What is asked, a line each, and the picker that adds to it. */
export function AskedSkills({
  org,
  lines,
  people,
  problems,
  onChange,
}: {
  org: string;
  lines: readonly Line[];
  /** People who meet each line, by its key. */
  people: ReadonlyMap<string, number | null>;
  problems: Problems;
  onChange: (patch: Pick<Draft, 'lines'>) => void;
}) {
  const t = useTranslations('hire.asked');
  const toast = useToast();
  const shares = sharesOf(lines);
  const asked = useAsked(lines);
  // An undo comes later than the line it was made for: it puts back into what is there then.
  const current = useRef(lines);
  useEffect(() => {
    current.current = lines;
  });
  const { carriedKey, said, move, onGripKey, onGripBlur } = useReorder(lines, (next) =>
    onChange({ lines: next }),
  );
  const change = (key: string, patch: Partial<Line>) =>
    onChange({ lines: lines.map((line) => (line.key === key ? { ...line, ...patch } : line)) });
  const add = (skill: PickedSkill) => {
    const known = lines.find((line) => line.skills.some((each) => each.skillKey === skill.skillKey));
    if (known) document.getElementById(`line-${known.key}`)?.focus();
    else onChange({ lines: [...lines, newLine(skill)] });
  };
  const remove = (line: Line) => {
    const at = lines.findIndex((each) => each.key === line.key);
    onChange({ lines: lines.filter((each) => each.key !== line.key) });
    toast.show({
      kind: `removed ${line.key}`,
      say: () => t('removed', { name: nameOf(line, t('or')) }),
      undo: () => onChange({ lines: current.current.toSpliced(at, 0, line) }),
    });
  };
  return (
    <Section title={t('title')} aside={t('count', { count: lines.length })}>
      {lines.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <>
          <div className="asked asked-head" aria-hidden="true">
            <span />
            <span>{t('skill')}</span>
            <span>{t('level')}</span>
            <span>{t('needed')}</span>
            <span>{t('weight')}</span>
            <span className="end">{t('market')}</span>
          </div>
          <ol className="asked-list">
            {lines.map((line, index) => (
              <AskedLine
                key={line.key}
                org={org}
                line={line}
                share={shares[index] ?? null}
                people={people.get(line.key)}
                asked={asked}
                problems={problems}
                carried={carriedKey === line.key}
                onChange={(patch) => change(line.key, patch)}
                onRemove={() => remove(line)}
                onGripKey={onGripKey}
                onGripBlur={onGripBlur}
                onDropped={(dragged) => move(dragged, index)}
              />
            ))}
          </ol>
          <p className="vh" role="status">
            {said}
          </p>
        </>
      )}
      <SkillPicker
        org={org}
        label={t('add')}
        asked={asked}
        onPick={add}
        onRemoveLast={() => {
          const last = lines.at(-1);
          if (last) remove(last);
        }}
      />
    </Section>
  );
}
