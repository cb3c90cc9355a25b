import type { BoardOutput, CardOutput, Stage } from '#server/applications/schemas.ts';

export type BoardColumn = BoardOutput['columns'][number];

/** A move that the page shows before the server has answered; it ends as soon as the person has another version. */
export interface ShownMove {
  to: Stage;
  version: number;
}

/** Where somebody stands in a column, from 0. A column is in the order of the ranking: nobody chooses a place. */
function placeOf(card: CardOutput, cards: readonly CardOutput[]): number {
  return cards.filter((each) => each.candidateId !== card.candidateId && each.order < card.order).length;
}

/** Place and size of a column as they would be with somebody in it; `below` when it lies under what is shown. */
export function landing(card: CardOutput, { cards, total, stage }: BoardColumn) {
  const index = placeOf(card, cards);
  const others = cards.filter((each) => each.candidateId !== card.candidateId).length;
  const isHere = card.stage === stage;
  const below = index === others && total > cards.length && !isHere;
  return { index, place: index + 1, count: isHere ? total : total + 1, below };
}

/** The columns as they will be: people already in the column they were sent to, in their place there. */
export function withMoves(
  columns: readonly BoardColumn[],
  moves: ReadonlyMap<string, ShownMove>,
): readonly BoardColumn[] {
  const movedTo = (card: CardOutput): Stage | null => {
    const move = moves.get(card.candidateId);
    return move && move.version === card.version && move.to !== card.stage ? move.to : null;
  };
  const moving = columns.flatMap((column) =>
    column.cards.flatMap((card) => {
      const to = movedTo(card);
      return to ? [{ from: card.stage, card: { ...card, stage: to, late: false } }] : [];
    }),
  );
  if (moving.length === 0) return columns;
  const ids = new Set(moving.map(({ card }) => card.candidateId));
  return columns.map((column) => {
    const arrived = moving.filter(({ card }) => card.stage === column.stage);
    const left = moving.filter(({ from }) => from === column.stage);
    const stay = column.cards.filter((card) => !ids.has(card.candidateId));
    const cards = [...stay, ...arrived.map(({ card }) => card)].sort((a, b) => a.order - b.order);
    return { ...column, cards, total: column.total + arrived.length - left.length };
  });
}

/** Those of a column between two people, both included, for a selection by range; only the second without a first. */
export function between(
  columns: readonly BoardColumn[],
  from: string | null,
  to: string,
): readonly CardOutput[] {
  const column = columns.find(({ cards }) => cards.some((card) => card.candidateId === to));
  const at = (id: string | null) => column?.cards.findIndex((card) => card.candidateId === id) ?? -1;
  const [first, last] = [at(from), at(to)];
  if (!column) return [];
  if (first < 0) return column.cards.slice(last, last + 1);
  return column.cards.slice(Math.min(first, last), Math.max(first, last) + 1);
}
