import { type ReactNode, useId } from 'react';

/** A part of a page under an ink rule. `aside` stands at the end of the heading's line, `mark` before it. */
export function Section({
  title,
  mark,
  count,
  aside,
  gap = 2,
  children,
}: {
  title: ReactNode;
  mark?: ReactNode;
  count?: ReactNode;
  aside?: ReactNode;
  gap?: 1 | 2 | 4;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`sec ${gap === 4 ? 'stack' : `stack-${gap}`}`} aria-labelledby={id}>
      <header>
        <h2 id={id} className={mark === undefined && count === undefined ? undefined : 'row'}>
          {mark}
          {title}
          {count !== undefined && <span className="quiet font-normal">{count}</span>}
        </h2>
        {aside !== undefined && <span className="quiet t13">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
