'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Lets the children of a list travel to their new places when their order changes, so that the eye can follow.
 * Children are told apart by `data-key`. Lasts as long as the token --d-3 says: not at all with reduced motion.
 */
export function useTravel(list: RefObject<HTMLElement | null>, order: string) {
  const places = useRef(new Map<string, number>());

  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moves the rows
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const style = getComputedStyle(box);
    const duration = Number.parseFloat(style.getPropertyValue('--d-3')) || 0;
    const easing = style.getPropertyValue('--ease') || 'ease';
    const start = box.getBoundingClientRect().top;
    for (const row of box.children) {
      if (!(row instanceof HTMLElement) || row.dataset.key === undefined) continue;
      const place = row.getBoundingClientRect().top - start;
      const before = places.current.get(row.dataset.key);
      places.current.set(row.dataset.key, place);
      if (before === undefined || before === place || duration === 0) continue;
      row.animate([{ transform: `translateY(${before - place}px)` }, { transform: 'none' }], {
        duration,
        easing,
      });
    }
  }, [order]);
}
