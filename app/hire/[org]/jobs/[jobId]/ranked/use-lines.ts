'use client';

import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import type { RankedRowOutput } from '#server/matching/schemas.ts';

/** A line of the grid: somebody, or the rule over the second queue. */
export type GridLine = { kind: 'row'; row: RankedRowOutput; index: number } | { kind: 'gate' };

/** Rows and the rule over the second queue, in their order. */
export function linesOf(rows: readonly RankedRowOutput[]): GridLine[] {
  const gate = rows.findIndex((row) => row.queue === 'second');
  const lines = rows.map((row, index): GridLine => ({ kind: 'row', row, index }));
  return gate === -1 ? lines : [...lines.slice(0, gate), { kind: 'gate' }, ...lines.slice(gate)];
}

/** From so many rows on only those near the window are drawn. */
const drawnAtOnce = 200;

/**
 * Which lines to draw: all of a list that is not long, else those near the window and the one that holds the focus.
 * `before` and `after` are the heights that the others would take.
 */
export function useLines(lines: readonly GridLine[], current: number, body: RefObject<HTMLElement | null>) {
  const [margin, setMargin] = useState(0);
  const long = lines.length > drawnAtOnce;
  useLayoutEffect(() => {
    if (!long || !body.current) return;
    setMargin(body.current.getBoundingClientRect().top + window.scrollY);
  }, [long, body]);
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    enabled: long,
    estimateSize: () => 37,
    overscan: 12,
    scrollMargin: margin,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(current, lines.length - 1)])].sort(
        (a, b) => a - b,
      ),
  });
  const measure = useCallback(
    (row: HTMLTableRowElement | null) => {
      if (long) virtualizer.measureElement(row);
    },
    [long, virtualizer],
  );
  const items = virtualizer.getVirtualItems();
  const drawn = long ? items.map((item) => item.index) : lines.map((_, index) => index);
  return {
    drawn,
    measure,
    reveal: (line: number) => long && virtualizer.scrollToIndex(line),
    /** The height that the lines left out before this drawn one would take. */
    gapBefore(position: number): number {
      if (!long) return 0;
      const item = items[position];
      const previous = items[position - 1];
      return item ? Math.max(0, item.start - (previous?.end ?? margin)) : 0;
    },
    after: long ? Math.max(0, virtualizer.getTotalSize() + margin - (items.at(-1)?.end ?? margin)) : 0,
  };
}
