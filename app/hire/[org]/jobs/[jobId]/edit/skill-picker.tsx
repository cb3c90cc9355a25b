'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Field } from '#app/ui/base/field.tsx';
import type { SkillHitOutput } from '#server/skills/schemas.ts';

export interface PickedSkill {
  skillKey: number;
  label: string;
}

/**
 * Finds a skill by any of its names: combobox with listbox. Arrows choose, Enter adds, Esc closes, Backspace in an
 * empty field takes the last one away. A skill that is asked already is marked; choosing it leads to its line.
 */
export function SkillPicker({
  label,
  hint,
  asked,
  onPick,
  onRemoveLast,
}: {
  label: string;
  hint?: string;
  /** Skills that are asked already, with how they are marked. */
  asked: ReadonlyMap<number, string>;
  onPick: (skill: PickedSkill) => void;
  onRemoveLast?: () => void;
}) {
  const t = useTranslations('hire.picker');
  const trpc = useTRPC();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  /** Enter came before the answer: the best match is taken as soon as it is known. */
  const [hasty, setHasty] = useState(false);
  const q = useDeferredValue(text.trim());
  const search = useQuery({
    ...trpc.skills.search.queryOptions({ q, limit: 8 }),
    enabled: q !== '' && open,
    placeholderData: (before) => before,
  });
  const hits = q === '' ? [] : (search.data ?? []);
  const shown = open && q !== '';
  const stale = search.isPlaceholderData || search.isPending || q !== text.trim();
  const active = hits[Math.min(at, hits.length - 1)];

  const noteOf = (hit: SkillHitOutput) => {
    if (asked.has(hit.skillKey)) return asked.get(hit.skillKey) ?? '';
    return hit.kind === 'synonym' ? t('also', { name: hit.matched }) : '';
  };

  function pick(hit: SkillHitOutput) {
    onPick({ skillKey: hit.skillKey, label: hit.label });
    setText('');
    setOpen(false);
    setAt(0);
    setHasty(false);
    if (!asked.has(hit.skillKey)) input.current?.focus();
  }

  useEffect(() => {
    if (!hasty || stale) return;
    setHasty(false);
    if (hits[0]) pick(hits[0]);
  });

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Backspace' && text === '') onRemoveLast?.();
    if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (stale) setHasty(text.trim() !== '');
      else if (shown && active) pick(active);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
    if (hits.length === 0) return;
    setAt(
      (now) =>
        (Math.min(now, hits.length - 1) + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length,
    );
  }

  const spoken =
    !shown || search.isPending
      ? ''
      : hits.length === 0
        ? t('nothing', { q })
        : t('count', { count: hits.length });
  return (
    <div className="picker">
      <Field id={id} label={label} hint={hint ?? t('hint')}>
        {(wiring) => (
          <input
            {...wiring}
            ref={input}
            className="in"
            role="combobox"
            aria-expanded={shown && hits.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            {...(shown && active ? { 'aria-activedescendant': `${id}-${active.skillKey}` } : {})}
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
        <p className="mh">{spoken || t('looking')}</p>
        <div id={`${id}-list`} role="listbox" aria-label={label}>
          {hits.map((hit) => (
            // Pointer down keeps the focus in the field; the keyboard works through aria-activedescendant.
            // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            <div
              key={hit.skillKey}
              id={`${id}-${hit.skillKey}`}
              role="option"
              aria-selected={hit === active}
              className={hit === active ? 'mi on' : 'mi'}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(hit)}
            >
              <span>
                <b>{hit.label}</b> <span className="soft">{noteOf(hit)}</span>
              </span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
