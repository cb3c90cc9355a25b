'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import './filter-panel.css';

/**
 * Holds the filters: beside the list where there is room, folded above it where there is not. A tick asks at
 * once, words on Enter; the search line has its own button.
 */
export function FilterPanel({ title, children }: { title: ReactNode; children: ReactNode }) {
  const panel = useRef<HTMLDetailsElement>(null);

  // The stylesheet shows the filters beside the list from the first paint; this makes it true for the ear.
  useEffect(() => {
    if (panel.current) panel.current.open = matchMedia('(min-width: 56.25rem)').matches;
  }, []);

  return (
    <details ref={panel} className="filter-panel border-t-2 border-ink">
      <summary className="mb-2 min-h-10 py-2 text-md font-semibold">{title}</summary>
      <div
        className="stack"
        onChange={(event) => {
          const { target } = event;
          if (target instanceof HTMLInputElement && target.type === 'checkbox') target.form?.requestSubmit();
        }}
      >
        {children}
      </div>
    </details>
  );
}
