/** The places of people in a job: pairs of candidate id and rank, best first. */
export type Order = readonly (readonly [candidateId: string, rank: number])[];

/** What a member saw: the order at the end of the visit before, and the one seen last. */
export type RankView = { baseAt: Date; baseOrder: Order; seenAt: Date; seenOrder: Order };

/** How many places are remembered; who stands behind them has no "up" or "down". */
export const mostPlaces = 1_000;

/** Looks that follow each other within this time are one visit. */
export const visitMs = 30 * 60_000;

/** The order to remember of a ranking. People without a rank have no place. */
export function takeOrder(entries: readonly { candidateId: string; rank: number | null }[]): Order {
  return entries
    .flatMap(({ candidateId, rank }) => (rank === null ? [] : [[candidateId, rank] as const]))
    .slice(0, mostPlaces);
}

/**
 * A view after a look at `now`. What a new visit compares with is what the last one ended with; looking again in the
 * same visit changes nothing about that, so that "down 3 since yesterday" stays while somebody works.
 */
export function lookAgain(view: RankView | null, order: Order, now: Date): RankView {
  const seen = { seenAt: now, seenOrder: order };
  if (view === null) return { baseAt: now, baseOrder: order, ...seen };
  const isNewVisit = now.getTime() - view.seenAt.getTime() > visitMs;
  if (isNewVisit) return { baseAt: view.seenAt, baseOrder: view.seenOrder, ...seen };
  return { baseAt: view.baseAt, baseOrder: view.baseOrder, ...seen };
}

/** Who stands elsewhere than before: places won (positive) or lost, by candidate id. Who was not there did not move. */
export function listMoves(before: Order, after: Order): Map<string, number> {
  const ranks = new Map(before);
  return new Map(
    after.flatMap(([candidateId, rank]) => {
      const was = ranks.get(candidateId);
      return was === undefined || was === rank ? [] : [[candidateId, was - rank] as const];
    }),
  );
}

/** How many places differ: people who moved, came, or went. */
export function countChanges(before: Order, after: Order): number {
  const there = new Set(before.map(([candidateId]) => candidateId));
  const here = new Set(after.map(([candidateId]) => candidateId));
  const came = after.filter(([candidateId]) => !there.has(candidateId)).length;
  const went = before.filter(([candidateId]) => !here.has(candidateId)).length;
  return listMoves(before, after).size + came + went;
}
