import type { Coverage } from './coverage.ts';
import { compareText } from './evidence.ts';

/** A person to be ranked for one job. */
export type RankInput = { candidateId: string; coverage: Coverage };

/**
 * A person's place. First queue: every must-have is met; second queue: the others, never dropped. `rank` is 1 + the
 * number of people ahead, over both queues; equal coverage in the same queue gives equal rank, and the next rank
 * skips. Both are null when the job has no score.
 */
export type RankedCandidate = RankInput & { queue: 'first' | 'second' | null; rank: number | null };

/**
 * Orders the people for one job: first queue before second, more proven points first, equal points by candidate id
 * (code units), people without a score last. The order of the input does not matter.
 */
export function rankCandidates(candidates: readonly RankInput[]): RankedCandidate[] {
  const sorted = [...candidates].sort(
    (a, b) => compareStanding(a.coverage, b.coverage) || compareText(a.candidateId, b.candidateId),
  );
  let rank = 0;
  return sorted.map((candidate, position) => {
    const before = sorted[position - 1];
    if (!before || compareStanding(before.coverage, candidate.coverage) !== 0) rank = position + 1;
    const queue = queueOf(candidate.coverage);
    return { ...candidate, queue, rank: queue === null ? null : rank };
  });
}

/** Compares two coverages of the same job, the better one first; 0 = equal rank. What is unknown does not count. */
export function compareStanding(a: Coverage, b: Coverage): number {
  return queueNumber(a) - queueNumber(b) || totalOf(b) - totalOf(a);
}

function queueOf(coverage: Coverage): 'first' | 'second' | null {
  if (coverage.kind === 'no-score') return null;
  return coverage.mustsMet ? 'first' : 'second';
}

function queueNumber(coverage: Coverage): number {
  if (coverage.kind === 'no-score') return 3;
  return coverage.mustsMet ? 1 : 2;
}

function totalOf(coverage: Coverage): number {
  return coverage.kind === 'score' ? coverage.totalMicro : 0;
}
