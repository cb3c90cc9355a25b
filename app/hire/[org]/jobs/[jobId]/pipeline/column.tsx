'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, type ReactNode, useId } from 'react';

/** One stage of the board. `over`: what is carried or dragged would land here. */
export function Column({
  title,
  total,
  shown,
  over,
  active,
  onDrop,
  onOver,
  children,
}: {
  title: string;
  total: number;
  shown: number;
  over: boolean;
  /** The stage that a phone shows. */
  active: boolean;
  /** Absent where nothing can be put by hand. */
  onDrop?: (() => void) | undefined;
  onOver?: (() => void) | undefined;
  children: ReactNode;
}) {
  const t = useTranslations('hire.board');
  const id = useId();
  const allow = (event: DragEvent) => {
    if (!onDrop) return;
    event.preventDefault();
    onOver?.();
  };
  return (
    <section
      className={['column', over && 'over', active && 'active'].filter(Boolean).join(' ')}
      aria-labelledby={id}
      onDragOver={allow}
      onDrop={(event) => {
        event.preventDefault();
        onDrop?.();
      }}
    >
      <h2 id={id}>
        {title} <span className="quiet num">{total}</span>
      </h2>
      {shown === 0 ? <p className="t13 quiet">{t('empty')}</p> : <ol className="cards">{children}</ol>}
      {total > shown && shown > 0 && <p className="t13 quiet">{t('more', { count: total - shown })}</p>}
    </section>
  );
}
