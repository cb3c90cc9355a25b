import { computeCoverage, type Requirement } from './coverage.ts';
import type { Evidence } from './evidence.ts';

/** What one credential carries in one coverage: the micro-points that would be lost without it. */
export type Carried = { credentialId: string; micro: number };

/**
 * What each credential carries: the total with all evidence less the total without this one. Where two prove the same,
 * neither carries it. Nothing is carried where there is no score.
 */
export function weighEvidence(
  requirements: readonly Requirement[],
  evidence: readonly Evidence[],
  now: Date,
): Carried[] {
  const totalOf = (rows: readonly Evidence[]): number => {
    const coverage = computeCoverage(requirements, rows, now);
    return coverage.kind === 'score' ? coverage.totalMicro : 0;
  };
  const whole = totalOf(evidence);
  const ids = [...new Set(evidence.map((row) => row.credentialId))];
  return ids.flatMap((credentialId) => {
    const micro = whole - totalOf(evidence.filter((row) => row.credentialId !== credentialId));
    return micro > 0 ? [{ credentialId, micro }] : [];
  });
}

/** What hangs on something in several applications: how many, most points in one (tenths), and whether all are equal. */
export type Stake = { applications: number; tenths: number; evenly: boolean };

/** Puts together what was carried in several applications, each in tenths of a point. */
export function sumStake(tenths: readonly number[]): Stake {
  const carried = tenths.filter((each) => each > 0);
  const most = Math.max(0, ...carried);
  return { applications: carried.length, tenths: most, evenly: carried.every((each) => each === most) };
}
