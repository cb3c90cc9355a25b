import type { Bound, FindingCode, Report, Verdict } from './report.ts';
import { isUnreachable } from './schedule.ts';

/** What was known of a credential before a verification. `listsGoodAt`: when all its lists were last found good. */
export type KnownStanding = {
  verdict: Verdict;
  code: FindingCode | null;
  bound: Bound;
  /** What it called its issuer. */
  issuerName: string | null;
  checkedAt: Date;
  verdictSince: Date;
  lastGoodAt: Date | null;
  unreachableSince: Date | null;
  listsGoodAt: Date | null;
};

/** What a verification makes of it. `changed`: verdict or deciding finding are others than before. */
export type Standing = {
  changed: boolean;
  verdictSince: Date;
  lastGoodAt: Date | null;
  unreachableSince: Date | null;
};

/** When a credential was last found to stand: by its own verification, or by its lists since then. */
export function lastGood(known: KnownStanding): Date | null {
  if (known.verdict !== 'valid') return known.lastGoodAt;
  const times = [known.checkedAt, known.lastGoodAt, known.listsGoodAt].filter((time) => time !== null);
  return new Date(Math.max(...times.map(Number)));
}

/**
 * Carries on what a verdict alone does not say: since when it is what it is, when the credential last stood, and since
 * when nobody answers (features V16). An issuer that is away is not one that withdrew.
 */
export function carryStanding(
  report: Pick<Report, 'verdict' | 'code' | 'findings'>,
  known: KnownStanding | null,
  now: Date,
): Standing {
  const changed = known === null || known.verdict !== report.verdict || known.code !== report.code;
  return {
    changed,
    verdictSince: changed ? now : known.verdictSince,
    lastGoodAt: report.verdict === 'valid' ? now : known === null ? null : lastGood(known),
    unreachableSince: isUnreachable(report) ? (known?.unreachableSince ?? now) : null,
  };
}

/**
 * True when less of a credential could be read than before: a hosted badge whose issuer is away, or answers only that
 * it withdrew it. What it said stays as last read.
 */
export function saysLess(
  { verdict, credential }: Pick<Report, 'verdict' | 'credential'>,
  known: KnownStanding | null,
): boolean {
  if (known === null || verdict === 'valid') return false;
  return credential?.title === null || (known.issuerName !== null && credential?.issuer.name === null);
}
