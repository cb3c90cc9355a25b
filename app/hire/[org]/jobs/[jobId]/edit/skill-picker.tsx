'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Field } from '#app/ui/base/field.tsx';
import type { FoundSkillOutput } from '#server/matching/schemas.ts';
import { PeopleFigure, useFigureWords } from './funnel.tsx';

export interface PickedSkill {
  skillKey: number;
  label: string;
}

/** What is said of a hit beside its label, under it, and by a screen reader. */
function useHitWords(asked: ReadonlyMap<number, string>) {
  const t = useTranslations('hire.picker');
  const figure = useFigureWords();
  const matchOf = (hit: FoundSkillOutput) => {
    if (hit.own) return t('own');
    return hit.kind === 'synonym' ? t('also', { name: hit.matched }) : '';
  };
  const sourceOf = (hit: FoundSkillOutput) =>
    [
      hit.scheme,
      hit.joins.length > 0 ? t('joins', { schemes: hit.joins.join(', ') }) : '',
      hit.own ? t('ownText') : '',
      asked.get(hit.skillKey) ?? '',
    ]
      .filter(Boolean)
      .join(' · ');
  const spokenOf = (hit: FoundSkillOutput) =>
    [hit.label, matchOf(hit), t('people', { people: figure(hit.people) }), asked.get(hit.skillKey)]
      .filter(Boolean)
      .join(', ');
  return { matchOf, sourceOf, spokenOf };
}

function HitOption({
  id,
  hit,
  active,
  words,
  onPick,
}: {
  id: string;
  hit: FoundSkillOutput;
  active: boolean;
  words: ReturnType<typeof useHitWords>;
  onPick: () => void;
}) {
  return (
    // Pointer down keeps the focus in the field; the keyboard works through aria-activedescendant.
    // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      aria-label={words.spokenOf(hit)}
      className={active ? 'mi on' : 'mi'}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className="hit">
        <span>
          <b>{hit.label}</b> <span className="soft">{words.matchOf(hit)}</span>
        </span>
        <span className="block xs quiet">{words.sourceOf(hit)}</span>
      </span>
      <span className="end num xs quiet">
        <PeopleFigure value={hit.people} />
      </span>
    </div>
  );
}

/**
 * Finds a skill by any of its names or a URI: combobox with listbox. Arrows choose, Enter adds, Esc closes, Backspace
 * in an empty field takes the last one away. A skill that is asked already is marked; choosing it leads to its line.
 * The last entry makes a skill of the organisation's own.
 */
export function SkillPicker({
  org,
  label,
  hint,
  asked,
  onPick,
  onRemoveLast,
}: {
  org: string;
  label: string;
  hint?: string;
  /** Skills that are asked already, with how they are marked. */
  asked: ReadonlyMap<number, string>;
  onPick: (skill: PickedSkill) => void;
  onRemoveLast?: () => void;
}) {
  const t = useTranslations('hire.picker');
  const trpc = useTRPC();
  const words = useHitWords(asked);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  /** Enter came before the answer: the best match is taken as soon as it is known. */
  const [hasty, setHasty] = useState(false);
  const q = useDeferredValue(text.trim());
  const search = useQuery({
    ...trpc.skills.find.queryOptions({ org, q, limit: 8 }),
    enabled: q !== '' && open,
    placeholderData: (before) => before,
  });
  const makeOwn = useMutation(trpc.skills.makeOwn.mutationOptions());
  const hits = q === '' ? [] : (search.data ?? []);
  const shown = open && q !== '';
  const stale = search.isPlaceholderData || search.isPending || q !== text.trim();
  // The entry after the last hit makes an own skill.
  const mayMake = shown && !stale && q.length >= 2 && q.length <= 80 && !/^(https?|urn):/i.test(q);
  const entries = hits.length + (mayMake ? 1 : 0);
  const place = Math.min(at, Math.max(0, entries - 1));
  const active = hits[place];
  const activeId = active ? `${id}-${active.skillKey}` : `${id}-own`;

  function close() {
    setText('');
    setOpen(false);
    setAt(0);
    setHasty(false);
  }

  function pick(skill: PickedSkill) {
    onPick({ skillKey: skill.skillKey, label: skill.label });
    close();
    if (!asked.has(skill.skillKey)) input.current?.focus();
  }

  function make() {
    if (makeOwn.isPending) return;
    makeOwn.mutate({ org, label: q }, { onSuccess: pick });
  }

  useEffect(() => {
    if (!hasty || stale) return;
    setHasty(false);
    if (hits[0]) pick(hits[0]);
  });

  function onEnter() {
    if (stale) setHasty(text.trim() !== '');
    else if (shown && active) pick(active);
    else if (mayMake) make();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Backspace' && text === '') onRemoveLast?.();
    if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
    if (entries > 0) setAt((place + (event.key === 'ArrowDown' ? 1 : -1) + entries) % entries);
  }

  const counted = hits.length === 0 ? t('nothing', { q }) : t('count', { count: hits.length, q });
  const spoken =
    !shown || stale ? '' : [counted, active && words.spokenOf(active)].filter(Boolean).join('; ');
  return (
    <div className="picker">
      <Field
        id={id}
        label={label}
        hint={hint ?? t('hint')}
        error={makeOwn.isError ? t('makeFailed') : undefined}
      >
        {(wiring) => (
          <input
            {...wiring}
            ref={input}
            className="in"
            role="combobox"
            aria-expanded={shown && entries > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            {...(shown && entries > 0 ? { 'aria-activedescendant': activeId } : {})}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setOpen(true);
              setAt(0);
              setHasty(false);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
        )}
      </Field>
      <p className="vh" role="status">
        {spoken}
      </p>
      <div className="menu pop picker-list" hidden={!shown}>
        <p className="mh">
          {stale ? t('looking') : counted} <span className="end">{t('peopleHead')}</span>
        </p>
        <div id={`${id}-list`} role="listbox" aria-label={label}>
          {hits.map((hit) => (
            <HitOption
              key={hit.skillKey}
              id={`${id}-${hit.skillKey}`}
              hit={hit}
              active={hit === active}
              words={words}
              onPick={() => pick(hit)}
            />
          ))}
          {mayMake && (
            // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            <div
              id={`${id}-own`}
              role="option"
              aria-selected={!active}
              className={active ? 'mi make' : 'mi make on'}
              onPointerDown={(event) => event.preventDefault()}
              onClick={make}
            >
              <Plus className="ic" aria-hidden />
              <span className="hit">
                <span>{t('make', { q })}</span>
                <span className="block xs quiet">{t('makeText')}</span>
              </span>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
