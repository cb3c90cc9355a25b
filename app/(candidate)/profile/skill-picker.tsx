'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Field } from '#app/ui/base/field.tsx';
import type { SkillHitOutput } from '#server/skills/schemas.ts';

function Option({
  id,
  hit,
  current,
  taken,
  onPick,
}: {
  id: string;
  hit: SkillHitOutput;
  current: boolean;
  taken: boolean;
  onPick: () => void;
}) {
  const t = useTranslations('candidate.profile');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that owns this list
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the current option
    <div
      id={id}
      role="option"
      aria-selected={current}
      aria-disabled={taken || undefined}
      className={current ? 'mi on' : 'mi'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span>{hit.label}</span>
      {hit.kind === 'synonym' && <span className="quiet t13">{t('pickAlso', { words: hit.matched })}</span>}
      {taken && <span className="quiet t13 end">{t('pickThere')}</span>}
    </div>
  );
}

/** Finds a skill by what people call it. Arrows, Enter, Esc; Backspace in the empty field takes the last back. */
export function SkillPicker({
  taken,
  onPick,
  onBackspace,
}: {
  taken: readonly number[];
  onPick: (skillKey: number, label: string) => void;
  onBackspace?: (() => void) | undefined;
}) {
  const t = useTranslations('candidate.profile');
  const trpc = useTRPC();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const q = useDeferredValue(typed.trim());
  const search = useQuery({
    ...trpc.skills.search.queryOptions({ q, limit: 8 }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const hits = q === '' ? [] : (search.data ?? []);
  const shown = open && q !== '' && search.data !== undefined;
  const optionId = (index: number) => `${listId}-${index}`;
  const pick = (hit: SkillHitOutput | undefined) => {
    if (!hit || taken.includes(hit.skillKey)) return;
    onPick(hit.skillKey, hit.label);
    setTyped('');
    setOpen(false);
  };
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: () => setAt((index) => Math.min(index + 1, hits.length - 1)),
    ArrowUp: () => setAt((index) => Math.max(index - 1, 0)),
    Enter: () => pick(hits[at]),
    Escape: () => setOpen(false),
  };
  return (
    <div className="relative max-w-96">
      <Field id="pick-skill" label={t('pick')} hint={t('pickHint')}>
        {(wiring) => (
          <input
            className="in"
            role="combobox"
            autoComplete="off"
            aria-expanded={shown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={shown && hits[at] ? optionId(at) : undefined}
            value={typed}
            onBlur={() => setOpen(false)}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Backspace' && typed === '') return onBackspace?.();
              const act = keys[event.key];
              if (!act || (event.key !== 'Enter' && !shown)) return;
              event.preventDefault();
              act(event);
            }}
            {...wiring}
          />
        )}
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={t('pick')}
        hidden={!shown || hits.length === 0}
        className="menu absolute inset-x-0 top-full z-30 mt-1"
      >
        {hits.map((hit, index) => (
          <Option
            key={hit.skillKey}
            id={optionId(index)}
            hit={hit}
            current={index === at}
            taken={taken.includes(hit.skillKey)}
            onPick={() => pick(hit)}
          />
        ))}
      </div>
      <p className={shown && hits.length === 0 ? 't13 soft' : 'vh'} role="status">
        {shown && (hits.length === 0 ? t('pickNone', { q }) : t('pickHits', { count: hits.length }))}
      </p>
    </div>
  );
}
