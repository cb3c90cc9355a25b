'use client';

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { moveLine } from './draft.ts';

/** Somebody's place while it is carried by keys: where it was, to be put back. */
interface Carried<T> {
  key: string;
  before: readonly T[];
}

type Named = { key: string; name: string };

/**
 * Moves lines by keys: Space picks up, arrows carry, Space or Enter puts down, Esc puts back. What happens is spoken;
 * the focus stays on the handle.
 */
export function useReorder<T extends { key: string }>(lines: readonly T[], onMove: (lines: T[]) => void) {
  const t = useTranslations('hire.reorder');
  const [carried, setCarried] = useState<Carried<T> | null>(null);
  const [said, setSaid] = useState('');
  const focus = useRef<string | null>(null);

  // A line that moves in the page loses the focus; it is given back.
  useEffect(() => {
    if (focus.current === null) return;
    document.getElementById(`grip-${focus.current}`)?.focus();
    focus.current = null;
  });

  const placeOf = (key: string) => lines.findIndex((line) => line.key === key);
  const put = (next: readonly T[], key: string) => {
    focus.current = key;
    onMove([...next]);
  };

  function move(key: string, to: number) {
    const at = placeOf(key);
    if (at === -1 || to < 0 || to >= lines.length || at === to) return false;
    put(moveLine(lines, at, to), key);
    return true;
  }

  function onGripKey(event: KeyboardEvent, { key, name }: Named) {
    const at = placeOf(key);
    const place = (to: number) => ({ name, place: to + 1, count: lines.length });
    if (event.key === ' ' || (event.key === 'Enter' && carried)) {
      event.preventDefault();
      setCarried(carried ? null : { key, before: lines });
      setSaid(t(carried ? 'down' : 'up', place(at)));
      return;
    }
    if (carried?.key !== key) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      put(carried.before, key);
      setCarried(null);
      setSaid(t('back', { name }));
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (move(key, at + step)) setSaid(t('over', place(at + step)));
  }

  /** What was picked up is put down where it is when the focus goes elsewhere. */
  const onGripBlur = (key: string) => {
    if (focus.current === null && carried?.key === key) setCarried(null);
  };

  return { carriedKey: carried?.key ?? null, said, move, onGripKey, onGripBlur };
}

/** Makes a line draggable by its handle, and a place to drop others on. */
export function useDraggable(
  row: RefObject<HTMLElement | null>,
  grip: RefObject<HTMLElement | null>,
  key: string,
  onDropped: (dragged: string) => void,
): boolean {
  const [over, setOver] = useState(false);
  const dropped = useRef(onDropped);
  useEffect(() => {
    dropped.current = onDropped;
  });
  useEffect(() => {
    if (!row.current || !grip.current) return;
    return combine(
      draggable({ element: row.current, dragHandle: grip.current, getInitialData: () => ({ line: key }) }),
      dropTargetForElements({
        element: row.current,
        canDrop: ({ source }) => typeof source.data.line === 'string' && source.data.line !== key,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          if (typeof source.data.line === 'string') dropped.current(source.data.line);
        },
      }),
    );
  }, [row, grip, key]);
  return over;
}
