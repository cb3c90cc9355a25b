'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BoardOutput, CardOutput, DeclineReason, MoveTarget } from '#server/applications/schemas.ts';
import { useStages } from '../stage-plan.tsx';
import { useDecisions } from '../use-decisions.ts';
import { isOpen } from './movable.ts';
import { between, landing, type ShownMove, withMoves } from './placement.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** As many as one move takes. */
const mostSelected = 200;

/** What a screen reader hears of the board, politely. */
function useSpeech(columns: BoardOutput['columns']) {
  const t = useTranslations('hire.board');
  const { nameOf } = useStages();
  const [said, setSaid] = useState('');
  function sayOver(card: CardOutput, to: MoveTarget) {
    const column = columns.find((each) => each.stage === to);
    if (!column) return;
    const { place, count, below } = landing(card, column);
    const words = { name: card.name, stage: nameOf(to), place, count };
    setSaid(t(below ? 'overBelow' : 'over', words));
  }
  return { said, sayOver, sayStays: (card: CardOutput) => setSaid(t('putBack', { name: card.name })) };
}

/** People who are ticked, in the order of the board; nobody who has gone from it, and not more than one move takes. */
function useSelection(cards: readonly CardOutput[]) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [anchor, setAnchor] = useState<string | null>(null);
  const selected = cards.filter((card) => picked.includes(card.candidateId) && isOpen(card));
  const add = (ids: readonly string[]) =>
    setPicked((now) => [...new Set([...now, ...ids])].slice(0, mostSelected));
  const drop = (ids: readonly string[]) => setPicked((now) => now.filter((id) => !ids.includes(id)));
  return { selected, picked, add, drop, clear: () => setPicked([]), anchor, setAnchor };
}

/** The board as it is shown, and everything that can be done with it: each way of moving runs `move`. */
export function useBoard(org: string, board: BoardOutput, mayDecide: boolean) {
  const decisions = useDecisions(org, board.job.id);
  const keepFocus = useKeptFocus();
  const [moves, setMoves] = useState<ReadonlyMap<string, ShownMove>>(new Map());
  const columns = withMoves(board.columns, moves);
  const selection = useSelection(columns.flatMap((column) => column.cards));
  const speech = useSpeech(board.columns);

  function takeBack(people: readonly CardOutput[]) {
    setMoves((now) => new Map([...now].filter(([id]) => !people.some((each) => each.candidateId === id))));
  }
  /** The card of the first of them keeps the focus, or the one that takes its place. */
  function holdFocus(people: readonly CardOutput[]) {
    const [first] = people;
    if (!first) return;
    const beside = columns.find((column) => column.stage === first.stage)?.cards ?? [];
    const left = beside.filter((card) => !people.includes(card));
    keepFocus(first.candidateId, left[Math.min(beside.indexOf(first), left.length - 1)]?.candidateId);
  }
  async function move(which: readonly CardOutput[], to: MoveTarget) {
    const people = which.filter((card) => card.stage !== to);
    if (!mayDecide || people.length === 0) return;
    holdFocus(people);
    setMoves(
      (now) =>
        new Map([
          ...now,
          ...people.map((card) => [card.candidateId, { to, version: card.version }] as const),
        ]),
    );
    selection.clear();
    if (!(await decisions.move(people, to))) takeBack(people);
  }
  async function decline(people: readonly CardOutput[], reason: DeclineReason, sentence: string) {
    selection.clear();
    const worked = await decisions.decline(people, reason, sentence);
    // The dialog closes after this and gives the focus back to a card that is on its way.
    holdFocus(people);
    return worked;
  }
  function select(card: CardOutput, range: boolean) {
    const ids = range
      ? between(columns, selection.anchor, card.candidateId).map((each) => each.candidateId)
      : [card.candidateId];
    selection.setAnchor(card.candidateId);
    if (!range && selection.picked.includes(card.candidateId)) selection.drop(ids);
    else selection.add(ids);
  }
  function toggleAll(cards: readonly CardOutput[]) {
    const ids = cards.filter(isOpen).map((card) => card.candidateId);
    if (ids.every((id) => selection.picked.includes(id))) selection.drop(ids);
    else selection.add(ids);
  }

  return {
    ...{ columns, decisions, speech, move, decline, select, toggleAll },
    ...{ selected: selection.selected, picked: selection.picked, clear: selection.clear },
  };
}
