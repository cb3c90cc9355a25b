'use client';

import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import Link from 'next/link';
import { useNow, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cardsAtOnce, type MoveTarget } from '#server/applications/schemas.ts';
import type { BoardColumn } from './placement.ts';

/** Makes the column one that cards can be dropped on; `takes` says whose. */
function useDropTarget(to: MoveTarget | null, takes: (candidateId: string) => boolean) {
  const ref = useRef<HTMLElement>(null);
  const latest = useRef(takes);
  latest.current = takes;
  useEffect(() => {
    const element = ref.current;
    if (!element || !to) return;
    return dropTargetForElements({
      element,
      getData: () => ({ stage: to }),
      canDrop: ({ source }) => latest.current(String(source.data.candidateId)),
      // A pointer outside every column holds the last one.
      getIsSticky: () => true,
    });
  }, [to]);
  return ref;
}

/** What a line under the name of a column says: how long the longest waits, or who is gone. */
function Under({ column, withdrawn }: { column: BoardColumn; withdrawn: number }) {
  const t = useTranslations('hire.board');
  const now = useNow();
  if (column.stage === 'declined') return withdrawn > 0 ? t('withdrew', { count: withdrawn }) : null;
  if (column.stage === 'hired' || !column.oldestSince || column.total === 0) return null;
  const days = Math.max(0, Math.floor((now.getTime() - column.oldestSince.getTime()) / 86_400_000));
  return t('oldest', { days });
}

/** One stage of the board. `over`: what is carried or dragged would land here. */
export function Column({
  title,
  column,
  withdrawn,
  over,
  active,
  more,
  selection,
  target,
  takes,
  children,
}: {
  title: string;
  column: BoardColumn;
  withdrawn: number;
  over: boolean;
  /** The stage that a phone shows. */
  active: boolean;
  /** Where fifty more are shown; null when all are. */
  more: string | null;
  /** Selects all that are shown; absent where nobody may be moved. */
  selection: { all: boolean; toggle: () => void } | null;
  /** Null where nothing can be put by hand. */
  target: MoveTarget | null;
  takes: (candidateId: string) => boolean;
  children: ReactNode;
}) {
  const t = useTranslations('hire.board');
  const id = useId();
  const ref = useDropTarget(target, takes);
  const rest = column.total - column.cards.length;
  const empty = column.cards.length === 0 && !over;
  return (
    <section
      ref={ref}
      className={['column', over && 'over', active && 'active'].filter(Boolean).join(' ')}
      aria-labelledby={id}
      data-stage={column.stage}
    >
      <div className="column-head">
        <h2 id={id}>
          <bdi>{title}</bdi> <span className="quiet num">{column.total}</span>
        </h2>
        {selection && (
          <input
            className="chk"
            type="checkbox"
            checked={selection.all}
            onChange={selection.toggle}
            aria-label={t('selectAll', { stage: title, count: column.cards.length })}
          />
        )}
        <p className="xs quiet">
          <Under column={column} withdrawn={withdrawn} />
        </p>
      </div>
      {empty ? <p className="t13 quiet">{t('empty')}</p> : <ol className="cards">{children}</ol>}
      {more ? (
        <p>
          <Link className="t13" href={more} scroll={false} prefetch={false}>
            {t('showMore', { count: Math.min(cardsAtOnce, rest), rest })}
          </Link>
        </p>
      ) : (
        rest > 0 && <p className="t13 quiet">{t('more', { count: rest })}</p>
      )}
    </section>
  );
}
