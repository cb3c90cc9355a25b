import type { Coverage, PartReason } from './coverage.ts';
import { compareText } from './evidence.ts';
import { type RankedCandidate, rankCandidates } from './rank.ts';

/** One requirement whose points differ, and what it rested on before and rests on after; micro-points. */
export type PartChange = {
  requirementId: string;
  fromMicro: number;
  toMicro: number;
  reason: PartReason;
  /** Whose evidence made the difference. */
  issuerId: string | null;
};

/** Somebody counted twice for the same job. */
export type CountedTwice = { candidateId: string; before: Coverage; after: Coverage; parts: PartChange[] };

/** Somebody whose points, queue or rank differ. */
export type RankChange = {
  candidateId: string;
  before: Pick<RankedCandidate, 'rank' | 'queue'> & { totalMicro: number };
  after: Pick<RankedCandidate, 'rank' | 'queue'> & { totalMicro: number };
  parts: PartChange[];
};

/** Where two coverages of the same person differ, requirement by requirement. */
export function diffParts(before: Coverage, after: Coverage): PartChange[] {
  if (before.kind === 'no-score' || after.kind === 'no-score') return [];
  return before.parts.flatMap((part, position): PartChange[] => {
    const other = after.parts[position];
    if (!other || other.pointsMicro === part.pointsMicro) return [];
    const { requirementId, pointsMicro: fromMicro } = part;
    const better = other.pointsMicro > fromMicro ? other : part;
    return [
      {
        requirementId,
        fromMicro,
        toMicro: other.pointsMicro,
        reason: other.reason,
        issuerId: better.best?.issuerId ?? null,
      },
    ];
  });
}

/** The queue of a coverage, where a job has a gate of its own. */
type QueueOf = (coverage: Coverage) => RankedCandidate['queue'];

/** Who moves when everybody is counted anew, in the order of the new ranking. */
export function diffRanks(people: readonly CountedTwice[], queueOf?: QueueOf): RankChange[] {
  const placed = (of: (person: CountedTwice) => Coverage) =>
    new Map(
      rankCandidates(people.map((person) => ({ candidateId: person.candidateId, coverage: of(person) }))).map(
        (each) => [each.candidateId, each] as const,
      ),
    );
  const before = placed((person) => person.before);
  const after = placed((person) => person.after);
  const parts = new Map(people.map((person) => [person.candidateId, person.parts]));
  return [...after.values()].flatMap((now): RankChange[] => {
    const then = before.get(now.candidateId);
    if (!then) return [];
    const change = { before: placeOf(then, queueOf), after: placeOf(now, queueOf) };
    const moved =
      change.before.rank !== change.after.rank ||
      change.before.queue !== change.after.queue ||
      change.before.totalMicro !== change.after.totalMicro;
    return moved
      ? [{ candidateId: now.candidateId, ...change, parts: parts.get(now.candidateId) ?? [] }]
      : [];
  });
}

function placeOf({ rank, queue: own, coverage }: RankedCandidate, queueOf?: QueueOf): RankChange['before'] {
  const queue = queueOf ? queueOf(coverage) : own;
  return { rank, queue, totalMicro: coverage.kind === 'score' ? coverage.totalMicro : 0 };
}

/** Biggest change of points first, then of rank, then by id: the order in which changes are told. */
export function compareChanges(a: RankChange, b: RankChange): number {
  return (
    pointsMoved(b) - pointsMoved(a) ||
    ranksMoved(b) - ranksMoved(a) ||
    compareText(a.candidateId, b.candidateId)
  );
}

function pointsMoved({ before, after }: RankChange): number {
  return Math.abs(after.totalMicro - before.totalMicro);
}

function ranksMoved({ before, after }: RankChange): number {
  return Math.abs((after.rank ?? 0) - (before.rank ?? 0));
}
