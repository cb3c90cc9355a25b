'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKeys } from '#app/hire/use-keys.ts';
import {
  type BoardOutput,
  type CardOutput,
  type MoveTarget,
  type OpenStage,
  openStages,
} from '#server/applications/schemas.ts';
import { useStages } from '../stage-plan.tsx';

type Carried = { card: CardOutput; to: number } | null;

function focusCard(card: CardOutput | undefined) {
  if (card) document.getElementById(`card-${card.candidateId}`)?.focus();
}

const isOpen = (card: CardOutput) => (openStages as readonly string[]).includes(card.stage);

/**
 * The board by keys: arrows go from card to card; Space picks one up, arrows carry it, Space puts it down, Esc puts it
 * back; 1 to 6 send it; X selects, D declines, Z takes back. `said` is what a screen reader hears while carrying.
 */
export function useBoardKeys({
  columns,
  selected,
  onMove,
  onDecline,
  onSelect,
  onClear,
  onUndo,
}: {
  columns: BoardOutput['columns'];
  selected: readonly CardOutput[];
  onMove: (cards: readonly CardOutput[], to: MoveTarget) => void;
  onDecline: (card: CardOutput) => void;
  onSelect: (card: CardOutput) => void;
  onClear: () => void;
  onUndo: () => void;
}) {
  const t = useTranslations('hire.board');
  const { targets, next: nextOf, nameOf: stage } = useStages();
  const [at, setAt] = useState<string | null>(null);
  const [carried, setCarried] = useState<Carried>(null);
  const [said, setSaid] = useState('');
  const x = Math.max(
    0,
    columns.findIndex((column) => column.cards.some((card) => card.candidateId === at)),
  );
  const y = Math.max(0, columns[x]?.cards.findIndex((card) => card.candidateId === at) ?? 0);
  const filled = columns.find((column) => column.cards.length > 0);
  const current = at === null ? filled?.cards[0] : (columns[x]?.cards[y] ?? filled?.cards[0]);

  const say = (card: CardOutput, to: number) => {
    const target = openStages[to] ?? 'applied';
    const count = (columns[to]?.cards.length ?? 0) + (card.stage === target ? 0 : 1);
    setSaid(t('over', { name: card.name, stage: stage(target), count }));
  };
  const sideways = (step: 1 | -1) => {
    if (carried) {
      const to = Math.max(0, Math.min(openStages.length - 1, carried.to + step));
      setCarried({ ...carried, to });
      say(carried.card, to);
      return;
    }
    for (let next = x + step; next >= 0 && next < columns.length; next += step) {
      const cards = columns[next]?.cards ?? [];
      if (cards.length > 0) return focusCard(cards[Math.min(y, cards.length - 1)]);
    }
  };
  const along = (step: 1 | -1) => {
    if (!carried) focusCard(columns[x]?.cards[y + step]);
  };
  const pick = () => {
    if (!current) return;
    if (!carried) {
      if (!isOpen(current)) return;
      const to = openStages.indexOf(current.stage as OpenStage);
      setCarried({ card: current, to });
      say(current, to);
      return;
    }
    const target = openStages[carried.to];
    setCarried(null);
    if (target && target !== carried.card.stage) onMove([carried.card], target);
    else setSaid(t('putBack', { name: carried.card.name }));
  };
  const chosen = () => (selected.length > 0 ? selected : current && isOpen(current) ? [current] : []);
  const digits = Object.fromEntries(
    targets.map((to, index) => [
      String(index + 1),
      () => {
        const cards = chosen().filter((card) => card.stage !== to);
        if (cards.length > 0) onMove(cards, to);
      },
    ]),
  );

  useKeys({
    ...digits,
    ArrowRight: () => sideways(1),
    ArrowLeft: () => sideways(-1),
    ArrowDown: () => along(1),
    ArrowUp: () => along(-1),
    j: () => along(1),
    k: () => along(-1),
    ' ': pick,
    Escape: () => {
      if (carried) setSaid(t('putBack', { name: carried.card.name }));
      setCarried(null);
      onClear();
    },
    e: () => {
      const cards = chosen();
      const [first] = cards;
      const next = first && nextOf(first.stage);
      if (next && cards.every((card) => card.stage === first.stage)) onMove(cards, next);
    },
    d: () => {
      if (current && isOpen(current)) onDecline(current);
    },
    x: () => {
      if (current && isOpen(current)) onSelect(current);
    },
    z: onUndo,
  });

  return { current, carried, said, setCurrent: setAt };
}
