'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';

/** Where each row of the list is on the page. */
const placesNow = () =>
  new Map(
    [...document.querySelectorAll<HTMLElement>('[id^="row-"]')].map((row) => [
      row.id,
      row.getBoundingClientRect().top + window.scrollY,
    ]),
  );

/**
 * Lets the rows of the list travel to their new places, once, after `announce` was called: the next other order is the
 * one that was asked for. Rows are told apart by their `id`. Lasts as long as the token --d-3 says, which is nothing
 * with reduced motion.
 */
export function useRowTravel(order: string): { announce: () => void } {
  const before = useRef<Map<string, number> | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moves the rows
  useLayoutEffect(() => {
    const earlier = before.current;
    before.current = null;
    if (!earlier) return;
    const style = getComputedStyle(document.documentElement);
    const duration = Number.parseFloat(style.getPropertyValue('--d-3')) || 0;
    if (duration === 0) return;
    const easing = style.getPropertyValue('--ease') || 'ease';
    for (const [id, place] of placesNow()) {
      const from = earlier.get(id);
      if (from === undefined || from === place) continue;
      document
        .getElementById(id)
        ?.animate([{ transform: `translateY(${from - place}px)` }, { transform: 'none' }], {
          duration,
          easing,
        });
    }
  }, [order]);

  return {
    announce: useCallback(() => {
      before.current = placesNow();
    }, []),
  };
}
