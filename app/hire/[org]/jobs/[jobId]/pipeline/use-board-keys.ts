'use client';

import { useState } from 'react';
import { useKeys } from '#app/hire/use-keys.ts';
import type { CardOutput, MoveTarget } from '#server/applications/schemas.ts';
import { useStages } from '../stage-plan.tsx';
import { focusCard } from './focus-card.ts';
import { canAllGo, isOpen, targetsFor } from './movable.ts';
import type { BoardColumn } from './placement.ts';

/** A card picked up by keys, and the column it is over. */
export type Carried = { candidateId: string; over: MoveTarget } | null;

interface Board {
  columns: readonly BoardColumn[];
  selected: readonly CardOutput[];
  onMove: (cards: readonly CardOutput[], to: MoveTarget) => void;
  onDecline: (cards: readonly CardOutput[]) => void;
  onSelect: (card: CardOutput, range: boolean) => void;
  onClear: () => void;
  onUndo: () => void;
  sayOver: (card: CardOutput, to: MoveTarget) => void;
  sayStays: (card: CardOutput) => void;
  /** Whoever only looks goes from card to card and picks nothing up. */
  mayDecide: boolean;
}

/** The card that has, or had, the focus: the one tab stop of the board; and its place. */
function useCurrent(columns: readonly BoardColumn[]) {
  const [at, setAt] = useState<string | null>(null);
  const column = columns.findIndex(({ cards }) => cards.some((card) => card.candidateId === at));
  const x = column < 0 ? columns.findIndex(({ cards }) => cards.length > 0) : column;
  const cards = columns[x]?.cards ?? [];
  const y = Math.max(
    0,
    cards.findIndex((card) => card.candidateId === at),
  );
  return { x, y, cards, current: cards[y], setCurrent: setAt };
}

/**
 * The board by keys: arrows go from card to card; Space picks one up, arrows carry it, Space puts it down, Esc puts it
 * back; digits send it; X selects, with Shift a range; E advances, D declines, Z takes back.
 */
export function useBoardKeys(board: Board) {
  const { columns, selected } = board;
  const { targets, next: nextOf } = useStages();
  const { x, y, cards, current, setCurrent } = useCurrent(columns);
  const [carried, setCarried] = useState<Carried>(null);
  const card =
    carried && columns.flatMap((each) => each.cards).find((each) => each.candidateId === carried.candidateId);

  function carry(step: 1 | -1, inHand: CardOutput, over: MoveTarget) {
    const stops = targets.filter((to) => to === inHand.stage || targetsFor(inHand, targets).includes(to));
    const to = stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(over) + step))] ?? over;
    setCarried({ candidateId: inHand.candidateId, over: to });
    board.sayOver(inHand, to);
  }
  function sideways(step: 1 | -1) {
    // Towards the end of a line is to the left where lines run that way.
    const onward = document.documentElement.dir === 'rtl' ? (-step as 1 | -1) : step;
    if (carried && card) return carry(onward, card, carried.over);
    for (let to = x + onward; to >= 0 && to < columns.length; to += onward) {
      const there = columns[to]?.cards ?? [];
      if (there.length > 0) return void focusCard(there[Math.min(y, there.length - 1)]?.candidateId);
    }
  }
  function along(step: 1 | -1) {
    if (!carried) focusCard(cards[y + step]?.candidateId);
  }
  function pick() {
    if (!carried || !card) {
      if (!current || !board.mayDecide || targetsFor(current, targets).length === 0) return;
      const over = current.stage as MoveTarget;
      setCarried({ candidateId: current.candidateId, over });
      board.sayOver(current, over);
      return;
    }
    setCarried(null);
    if (carried.over === card.stage) board.sayStays(card);
    else board.onMove([card], carried.over);
  }
  const chosen = () => (selected.length > 0 ? selected : current && isOpen(current) ? [current] : []);
  const send = (to: MoveTarget) => {
    if (canAllGo(chosen(), to, targets)) board.onMove(chosen(), to);
  };
  const digits = Object.fromEntries(targets.map((to, index) => [String(index + 1), () => send(to)]));

  useKeys({
    ...digits,
    ArrowRight: () => sideways(1),
    ArrowLeft: () => sideways(-1),
    ArrowDown: () => along(1),
    ArrowUp: () => along(-1),
    j: () => along(1),
    k: () => along(-1),
    Home: () => focusCard(cards[0]?.candidateId),
    End: () => focusCard(cards.at(-1)?.candidateId),
    ' ': (event) => {
      // A box or a button under the focus keeps its own key.
      const own = event.target instanceof Element && event.target.closest('button, input, summary');
      if (own instanceof HTMLElement) own.click();
      else pick();
    },
    Escape: () => {
      if (card) board.sayStays(card);
      else board.onClear();
      setCarried(null);
    },
    e: () => {
      const people = chosen();
      const [first] = people;
      const next = first && nextOf(first.stage);
      if (next && people.every(({ stage }) => stage === first.stage)) board.onMove(people, next);
    },
    d: () => {
      if (chosen().length > 0) board.onDecline(chosen());
    },
    x: (event) => {
      if (current && isOpen(current)) board.onSelect(current, event.shiftKey);
    },
    z: board.onUndo,
  });

  return { current, carried, setCurrent };
}
