import { roundTogether } from './apportion.ts';
import { type CoveragePart, fullMicro, type Requirement, type ScoredCoverage } from './coverage.ts';
import { compareText, type Evidence } from './evidence.ts';

/** Micro-points in the smallest number shown, a tenth of a point. */
const tenthMicro = 100_000;
const fullTenths = fullMicro / tenthMicro;

/** A requirement with the name that is shown for it, by which equal weights are ordered. */
export type NamedRequirement = Requirement & { name: string };

/**
 * The numbers of an explanation in tenths of a point, made to add up: in each part points + unknown + missing = of; over
 * the parts they sum to the three totals; the totals sum to 1000 tenths. Parts in the order of requirement ids.
 */
export type ShownPoints = {
  totalTenths: number;
  unknownTenths: number;
  missingTenths: number;
  parts: ShownPart[];
};

/** The shown numbers of one requirement, in tenths of a point. */
export type ShownPart = {
  requirementId: string;
  pointsTenths: number;
  unknownTenths: number;
  missingTenths: number;
  ofTenths: number;
};

/**
 * A piece of an explanation: a code of the catalogue and its parameters. Levels 1 to 4 (null = not stated), tiers 0 to
 * 5, points in tenths, times as ISO 8601. The interface makes the words.
 */
export type ExplanationPiece =
  | { code: 'proven'; params: { level: number | null; minLevel: number | null; tier: number } }
  | { code: 'level-below'; params: { level: number; minLevel: number } }
  | { code: 'level-not-stated'; params: { countsAs: number; minLevel: number } }
  | { code: 'tier-too-low'; params: { tier: number; minTier: number } }
  | { code: 'policy-refused'; params: { rule: string } }
  | { code: 'policy-tier'; params: { tier: number; minTier: number } }
  | { code: 'policy-weight'; params: { weight: number } }
  | { code: 'policy-silent'; params: { weight: number } }
  | { code: 'standing-unknown'; params: { couldAddTenths: number } }
  | { code: 'no-evidence'; params: { alternatives: number } }
  | { code: 'could-rise'; params: { couldAddTenths: number } }
  | { code: 'must-not-met'; params: Record<string, never> }
  | { code: 'holds-until'; params: { until: string } };

/** One row of the explanation: the part, its shown numbers, and why. */
export type ExplainedPart = {
  requirement: NamedRequirement;
  part: CoveragePart;
  shown: ShownPart;
  pieces: ExplanationPiece[];
};

/** A whole explanation: the sum on top, how many must-haves are met, and a row for each requirement in bar order. */
export type Explanation = {
  shown: ShownPoints;
  musts: { met: number; asked: number };
  rows: ExplainedPart[];
};

/**
 * The order of bar segments and rows, the same for everybody: must-haves first, then the heavier, then by name (lower
 * case, code units), then by id.
 */
export function orderRequirements(requirements: readonly NamedRequirement[]): NamedRequirement[] {
  return [...requirements].sort(
    (a, b) =>
      Number(b.must) - Number(a.must) ||
      b.weight - a.weight ||
      compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
      compareText(a.id, b.id),
  );
}

/**
 * Rounds micro-points to tenths of a point, half up. The shown total depends on the exact total alone, so that a list
 * and an explanation never differ and the shown order is never another than the ranked one.
 */
export function showTenths(micro: number): number {
  return Math.floor((micro + tenthMicro / 2) / tenthMicro);
}

/** Rounds a whole coverage so that everything shown adds up (largest remainder in each column). */
export function showPoints(coverage: ScoredCoverage): ShownPoints {
  const totalTenths = showTenths(coverage.totalMicro);
  const possibleTenths = showTenths(coverage.totalMicro + coverage.unknownMicro);
  const unknownTenths = possibleTenths - totalTenths;
  const missingTenths = fullTenths - possibleTenths;
  const points = roundTogether(coverage.parts.map(pointsOf), tenthMicro, totalTenths);
  const unknown = roundTogether(coverage.parts.map(unknownOf), tenthMicro, unknownTenths);
  const missing = roundTogether(coverage.parts.map(missingOf), tenthMicro, missingTenths);
  const parts = coverage.parts.map((part, position): ShownPart => {
    const [own, may, not] = [points[position] ?? 0, unknown[position] ?? 0, missing[position] ?? 0];
    return {
      requirementId: part.requirementId,
      pointsTenths: own,
      unknownTenths: may,
      missingTenths: not,
      ofTenths: own + may + not,
    };
  });
  return { totalTenths, unknownTenths, missingTenths, parts };
}

/** Explains a coverage row by row, in bar order. The requirements must be those it was computed from. */
export function explainCoverage(
  requirements: readonly NamedRequirement[],
  coverage: ScoredCoverage,
): Explanation {
  const shown = showPoints(coverage);
  const parts = new Map(coverage.parts.map((part) => [part.requirementId, part]));
  const numbers = new Map(shown.parts.map((part) => [part.requirementId, part]));
  const rows = orderRequirements(requirements).flatMap((requirement): ExplainedPart[] => {
    const part = parts.get(requirement.id);
    const number = numbers.get(requirement.id);
    if (!part || !number) return [];
    return [{ requirement, part, shown: number, pieces: explainPart(requirement, part, number) }];
  });
  const musts = rows.filter((row) => row.requirement.must);
  const met = musts.filter((row) => row.part.status === 'met').length;
  return { shown, musts: { met, asked: musts.length }, rows };
}

/** The pieces of one row: the reason first, then what could rise, an unmet must-have, and how long the proof holds. */
function explainPart(requirement: Requirement, part: CoveragePart, shown: ShownPart): ExplanationPiece[] {
  const pieces: ExplanationPiece[] = [explainReason(requirement, part, shown)];
  const weighed = part.pointsMicro > 0 && part.best ? explainWeight(part.best) : null;
  if (weighed) pieces.push(weighed);
  if (part.pointsMicro > 0 && part.waiting) {
    pieces.push({ code: 'could-rise', params: { couldAddTenths: shown.unknownTenths } });
  }
  if (requirement.must && part.status !== 'met') pieces.push({ code: 'must-not-met', params: {} });
  const until = part.pointsMicro > 0 ? part.best?.validUntil : null;
  if (until) pieces.push({ code: 'holds-until', params: { until: until.toISOString() } });
  return pieces;
}

/** The factor that an employer's policy puts on what was earned; weights in ten-thousandths. */
function explainWeight({ standing, policy }: Evidence): ExplanationPiece | null {
  if (!policy) return null;
  if (standing === 'unknown') return { code: 'policy-silent', params: { weight: policy.silentWeight } };
  return { code: 'policy-weight', params: { weight: policy.weight } };
}

function explainReason(requirement: Requirement, part: CoveragePart, shown: ShownPart): ExplanationPiece {
  const { best } = part;
  const alternatives = requirement.skillKeys.length;
  if (!best) return { code: 'no-evidence', params: { alternatives } };
  const minLevel = requirement.minLevel ?? 1;
  switch (part.reason) {
    case 'proven':
      return {
        code: 'proven',
        params: { level: best.level, minLevel: requirement.minLevel, tier: best.tier },
      };
    case 'level-below':
      return { code: 'level-below', params: { level: best.level ?? 1, minLevel } };
    case 'level-not-stated':
      return { code: 'level-not-stated', params: { countsAs: 1, minLevel } };
    case 'tier-too-low':
      return { code: 'tier-too-low', params: { tier: best.tier, minTier: requirement.minTier } };
    case 'policy-refused':
      return { code: 'policy-refused', params: { rule: best.policy?.rule ?? 'issuer' } };
    case 'policy-tier':
      return { code: 'policy-tier', params: { tier: best.tier, minTier: best.policy?.minTier ?? 0 } };
    case 'standing-unknown':
      return { code: 'standing-unknown', params: { couldAddTenths: shown.unknownTenths } };
    case 'no-evidence':
      return { code: 'no-evidence', params: { alternatives } };
  }
}

function pointsOf(part: CoveragePart): number {
  return part.pointsMicro;
}

function unknownOf(part: CoveragePart): number {
  return part.unknownMicro;
}

function missingOf(part: CoveragePart): number {
  return part.ofMicro - part.pointsMicro - part.unknownMicro;
}
