/**
 * The arithmetic of coverage: how much of what a job asks a person has proven. Integers only, so that the parts sum
 * to the whole to the last micro-point and every machine gets the same result.
 *
 * 1. 100 points are 100 000 000 micro-points. They are split over the requirements in proportion to their weights,
 *    by largest remainder (equal remainders by requirement id).
 * 2. Evidence is for a requirement when its skill is one of the requirement's alternatives and it holds at `now`:
 *    `validFrom` ≤ now < `validUntil`. Everything else is absent: expired, revoked and missing rows are alike.
 * 3. Evidence whose tier is below the asked one earns nothing.
 * 4. Level: no level asked, or at least the asked one, earns all. A lower level earns its share, have ÷ asked,
 *    rounded down to the micro-point. A level that is not stated counts as level 1: who holds a credential for a
 *    skill at least knows it, and nothing more is proven. The reason then says so.
 * 5. The best evidence alone counts; several pieces do not add up, and several alternatives do not either.
 * 6. Evidence whose standing is unknown earns nothing, but what it would add is stated apart.
 * 7. The must-haves are met when each of them is met in full by evidence that stands.
 * 8. A job that asks nothing has no score. That is neither 0 nor 100.
 * 9. An employer's trust policy may refuse evidence, ask a tier of it or weigh it (in ten-thousandths); what it earns is
 *    multiplied by the weight, rounded down once, and less than everything is met in part. It may let evidence whose
 *    issuer does not answer earn a share now; the rest of it stays unknown.
 *
 * Nobody's degree, age, name, photograph, school or address is here to be asked.
 */
import { AppError } from '#server/platform/errors.ts';
import { apportion } from './apportion.ts';
import {
  compareEvidence,
  compareText,
  type Evidence,
  fullWeight,
  holdsAt,
  levelCounted,
  weightsOf,
} from './evidence.ts';

/** 100 points in micro-points. */
export const fullMicro = 100_000_000;

/** One line of what a job asks; any one of its skills suffices. Weight 1 to 9; null level = any. */
export type Requirement = {
  id: string;
  skillKeys: readonly number[];
  must: boolean;
  weight: number;
  minLevel: 1 | 2 | 3 | 4 | null;
  minTier: 0 | 1 | 2 | 3 | 4 | 5;
};

/** How far a requirement is met; `unknown` = nothing stands, but something may. */
export type PartStatus = 'met' | 'partly' | 'unmet' | 'unknown';

/** Why a part has the points it has. */
export type PartReason =
  | 'proven'
  | 'level-below'
  | 'level-not-stated'
  | 'tier-too-low'
  | 'policy-refused'
  | 'policy-tier'
  | 'standing-unknown'
  | 'no-evidence';

/**
 * What one requirement contributes. `best` is the evidence behind the status (for `tier-too-low` the strongest that
 * was too weak), `waiting` the evidence of unknown standing that would add `unknownMicro`. Micro-points throughout.
 */
export type CoveragePart = {
  requirementId: string;
  status: PartStatus;
  pointsMicro: number;
  ofMicro: number;
  unknownMicro: number;
  best: Evidence | null;
  waiting: Evidence | null;
  reason: PartReason;
};

/** A coverage with points: total + unknown + missing = `fullMicro`; parts in the order of requirement ids. */
export type ScoredCoverage = {
  kind: 'score';
  totalMicro: number;
  unknownMicro: number;
  missingMicro: number;
  mustsMet: boolean;
  parts: CoveragePart[];
};

/** Points, or the plain statement that there is nothing to score. */
export type Coverage = { kind: 'no-score' } | ScoredCoverage;

/**
 * Computes the coverage of a job by one person's evidence. The order of requirements and of evidence does not matter.
 * @throws AppError `matching.bad_requirement` when an id is there twice or a weight is no positive integer
 */
export function computeCoverage(
  requirements: readonly Requirement[],
  evidence: readonly Evidence[],
  now: Date,
): Coverage {
  if (requirements.length === 0) return { kind: 'no-score' };
  const sorted = sortRequirements(requirements);
  const shares = apportion(
    fullMicro,
    sorted.map((requirement) => requirement.weight),
  );
  const holding = evidence.filter((each) => holdsAt(each, now));
  const parts = sorted.map((requirement, position) => judge(requirement, shares[position] ?? 0, holding));
  const totalMicro = parts.reduce((sum, part) => sum + part.pointsMicro, 0);
  const unknownMicro = parts.reduce((sum, part) => sum + part.unknownMicro, 0);
  return {
    kind: 'score',
    totalMicro,
    unknownMicro,
    missingMicro: fullMicro - totalMicro - unknownMicro,
    mustsMet: sorted.every((requirement, position) => !requirement.must || parts[position]?.status === 'met'),
    parts,
  };
}

function sortRequirements(requirements: readonly Requirement[]): Requirement[] {
  const sorted = [...requirements].sort((a, b) => compareText(a.id, b.id));
  sorted.forEach(({ id, weight }, position) => {
    if (!Number.isSafeInteger(weight) || weight < 1 || id === sorted[position - 1]?.id) {
      throw new AppError(
        'matching.bad_requirement',
        'bad-input',
        `Requirement ${id} cannot be counted.`,
        'Each requirement needs an id of its own and a whole weight of at least 1.',
        { requirementId: id, weight },
      );
    }
  });
  return sorted;
}

/** What a piece of evidence earns of a requirement: `have` of `asked` parts, now and once it is known to stand. */
type Earning = { evidence: Evidence; now: number; once: number; asked: number; reason: PartReason };

/** The best by what `of` says it earns; what earns nothing is none. */
function findBest(earnings: readonly Earning[], of: (earning: Earning) => number): Earning | undefined {
  const [best] = [...earnings].sort((a, b) => of(b) - of(a) || compareEvidence(a.evidence, b.evidence));
  return best && of(best) > 0 ? best : undefined;
}

function judge(requirement: Requirement, ofMicro: number, holding: readonly Evidence[]): CoveragePart {
  const earnings = holding
    .filter((evidence) => requirement.skillKeys.includes(evidence.skillKey))
    .map((evidence) => earn(requirement, evidence));
  const counts = findBest(earnings, (earning) => earning.now);
  const unknown = findBest(
    earnings.filter(({ evidence }) => evidence.standing === 'unknown'),
    (earning) => earning.once,
  );
  const pointsMicro = counts ? share(ofMicro, counts.now, counts.asked) : 0;
  const unknownMicro = unknown ? Math.max(0, share(ofMicro, unknown.once, unknown.asked) - pointsMicro) : 0;
  const counted = { requirementId: requirement.id, pointsMicro, ofMicro, unknownMicro };
  const waiting = unknown && (unknownMicro > 0 || !counts) ? unknown.evidence : null;
  if (counts) {
    const status = counts.now === counts.asked ? 'met' : 'partly';
    return { ...counted, status, best: counts.evidence, waiting, reason: counts.reason };
  }
  if (unknown) {
    return { ...counted, status: 'unknown', best: unknown.evidence, waiting, reason: 'standing-unknown' };
  }
  const [tooWeak] = [...earnings].sort((a, b) => compareEvidence(a.evidence, b.evidence));
  return {
    ...counted,
    status: 'unmet',
    best: tooWeak?.evidence ?? null,
    waiting,
    reason: tooWeak?.reason ?? 'no-evidence',
  };
}

/** Parts are level times weight, so that one rounding down is enough. */
function earn(requirement: Requirement, evidence: Evidence): Earning {
  const level = requirement.minLevel ?? 1;
  const asked = level * fullWeight;
  const nothing = { evidence, now: 0, once: 0, asked };
  if (evidence.tier < requirement.minTier) return { ...nothing, reason: 'tier-too-low' };
  if (evidence.policy?.verdict === 'refused') return { ...nothing, reason: 'policy-refused' };
  if (evidence.policy?.verdict === 'tier-too-low') return { ...nothing, reason: 'policy-tier' };
  const weights = weightsOf(evidence);
  const have = requirement.minLevel === null ? level : Math.min(levelCounted(evidence), level);
  const earned = { evidence, now: have * weights.now, once: have * weights.once, asked };
  if (requirement.minLevel === null) return { ...earned, reason: 'proven' };
  if (evidence.level === null) return { ...earned, reason: 'level-not-stated' };
  return { ...earned, reason: have === level ? 'proven' : 'level-below' };
}

function share(ofMicro: number, have: number, asked: number): number {
  return Math.floor((ofMicro * have) / asked);
}
