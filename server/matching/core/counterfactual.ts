import { type Coverage, computeCoverage, type Requirement } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import { type RankedCandidate, type RankInput, rankCandidates } from './rank.ts';

/** A change to try: credentials of unknown standing that would turn out to stand, and evidence that would be added. */
export type EvidenceChange = { standing: ReadonlySet<string> | 'all'; added: readonly Evidence[] };

/** Whose coverage is tried, against whom. `field` holds everybody ranked for the job; the person may be among them. */
export type WhatIf = {
  candidateId: string;
  requirements: readonly Requirement[];
  evidence: readonly Evidence[];
  field: readonly RankInput[];
  now: Date;
};

/** What would be: the coverage, the place, and the points gained (micro-points; 0 without a score). */
export type Prediction = {
  coverage: Coverage;
  gainMicro: number;
  queue: RankedCandidate['queue'];
  rank: number | null;
};

/** The evidence as it would be after a change; credentials are named by id. */
export function applyChange(evidence: readonly Evidence[], change: EvidenceChange): Evidence[] {
  const { standing } = change;
  const changed = evidence.map((each): Evidence => {
    const wouldStand = standing === 'all' || standing.has(each.credentialId);
    return each.standing === 'unknown' && wouldStand ? { ...each, standing: 'stands' } : each;
  });
  return [...changed, ...change.added];
}

/**
 * Says what a change would do to a person's coverage and rank while everybody else stays as they are. It counts by
 * the ranking's own functions, so applying the change for real gives the predicted rank.
 */
export function predictChange(whatIf: WhatIf, change: EvidenceChange): Prediction {
  const { candidateId, requirements, evidence, field, now } = whatIf;
  const before = computeCoverage(requirements, evidence, now);
  const coverage = computeCoverage(requirements, applyChange(evidence, change), now);
  const others = field.filter((each) => each.candidateId !== candidateId);
  const place = rankCandidates([...others, { candidateId, coverage }]).find(
    (each) => each.candidateId === candidateId,
  );
  return {
    coverage,
    gainMicro: totalOf(coverage) - totalOf(before),
    queue: place?.queue ?? null,
    rank: place?.rank ?? null,
  };
}

function totalOf(coverage: Coverage): number {
  return coverage.kind === 'score' ? coverage.totalMicro : 0;
}
