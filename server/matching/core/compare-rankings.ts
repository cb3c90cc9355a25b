import type { RankedCandidate } from './rank.ts';

/** Somebody whose place changes. */
export interface RankMove {
  candidateId: string;
  from: number;
  to: number;
  fromQueue: 'first' | 'second';
  toQueue: 'first' | 'second';
}

/** What a change does to an order: how many move, and who, the furthest first. */
export interface RankingChange {
  up: number;
  down: number;
  leaveFirst: number;
  joinFirst: number;
  moves: RankMove[];
}

/** Compares two rankings of the same people. Who has a score in one of them only has no place to move from or to. */
export function compareRankings(
  before: readonly RankedCandidate[],
  after: readonly RankedCandidate[],
): RankingChange {
  const placed = new Map(before.map((entry) => [entry.candidateId, entry]));
  const all = after.flatMap(({ candidateId, rank, queue }): RankMove[] => {
    const old = placed.get(candidateId);
    if (rank === null || queue === null || !old || old.rank === null || old.queue === null) return [];
    return [{ candidateId, from: old.rank, to: rank, fromQueue: old.queue, toQueue: queue }];
  });
  const moves = all
    .filter((move) => move.from !== move.to || move.fromQueue !== move.toQueue)
    .sort(
      (a, b) =>
        Math.abs(b.to - b.from) - Math.abs(a.to - a.from) ||
        a.to - b.to ||
        (a.candidateId < b.candidateId ? -1 : 1),
    );
  const count = (has: (move: RankMove) => boolean) => moves.filter(has).length;
  return {
    up: count((move) => move.to < move.from),
    down: count((move) => move.to > move.from),
    leaveFirst: count((move) => move.fromQueue === 'first' && move.toQueue === 'second'),
    joinFirst: count((move) => move.fromQueue === 'second' && move.toQueue === 'first'),
    moves,
  };
}
