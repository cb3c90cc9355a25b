'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type RefObject } from 'react';
import type { CardOutput, MoveTarget, Stage } from '#server/applications/schemas.ts';
import { useStages } from '../stage-plan.tsx';
import { BoardCard, type CardActions } from './card.tsx';
import { Column } from './column.tsx';
import { isOpen } from './movable.ts';
import { type BoardColumn, landing } from './placement.ts';
import { type Show, showMore } from './show.ts';

interface ColumnsProps {
  region: RefObject<HTMLDivElement | null>;
  columns: readonly BoardColumn[];
  withdrawn: number;
  show: Show;
  onPhone: Stage;
  href: (card: CardOutput) => string;
  /** What is carried by keys or dragged, and the column it is over. */
  inHand: { candidateId: string; over: MoveTarget | null } | null;
  current: CardOutput | undefined;
  picked: readonly string[];
  selectedCount: number;
  actions: CardActions | null;
  takes: (candidateId: string, to: MoveTarget) => boolean;
  onFocus: (candidateId: string) => void;
  onSelect: (card: CardOutput, range: boolean) => void;
  onSelectAll: (cards: readonly CardOutput[]) => void;
}

/** Where something in hand would land in a column, from 0; null elsewhere and where it is already. */
function landingIn(column: BoardColumn, { columns, inHand }: ColumnsProps): number | null {
  const card = columns.flatMap(({ cards }) => cards).find((each) => each.candidateId === inHand?.candidateId);
  if (!card || inHand?.over !== column.stage || card.stage === column.stage) return null;
  return landing(card, column).index;
}

function Cards({ column, ...props }: ColumnsProps & { column: BoardColumn }) {
  const { picked, current, inHand } = props;
  const at = landingIn(column, props);
  const line = <li className="drop-line" aria-hidden />;
  return (
    <>
      {column.cards.map((card, index) => (
        <Fragment key={card.candidateId}>
          {at === index && line}
          <BoardCard
            card={card}
            href={props.href(card)}
            actions={props.actions}
            current={current?.candidateId === card.candidateId}
            selected={picked.includes(card.candidateId)}
            selectedCount={props.selectedCount}
            carried={inHand?.candidateId === card.candidateId}
            onFocus={() => props.onFocus(card.candidateId)}
            onSelect={(range) => props.onSelect(card, range)}
          />
        </Fragment>
      ))}
      {at !== null && at >= column.cards.length && line}
    </>
  );
}

/** The columns side by side; on a phone the one that was chosen. */
export function Columns(props: ColumnsProps) {
  const t = useTranslations('hire.board');
  const { targets, nameOf } = useStages();
  const { region, columns, show, actions, inHand, picked } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <div ref={region} className="board scroll" role="region" aria-label={t('label')} tabIndex={0}>
      {columns.map((column) => {
        const movable = column.cards.filter(isOpen);
        const all = movable.length > 0 && movable.every((card) => picked.includes(card.candidateId));
        const toggle = () => props.onSelectAll(column.cards);
        const target = targets.find((to) => to === column.stage) ?? null;
        return (
          <Column
            key={column.stage}
            title={nameOf(column.stage)}
            column={column}
            withdrawn={props.withdrawn}
            over={inHand?.over === column.stage}
            active={props.onPhone === column.stage}
            more={showMore(column, show)}
            selection={actions && movable.length > 0 ? { all, toggle } : null}
            target={actions ? target : null}
            takes={(candidateId) => target !== null && props.takes(candidateId, target)}
          >
            <Cards {...props} column={column} />
          </Column>
        );
      })}
    </div>
  );
}
