/** From a verdict and whose it is to what may be shown. The only place that grants the struck look. */
import type { Bound, SkillLine, Verdict } from './shapes.ts';

/** valid: stands and counts · foreign: stands, for somebody else · genuine: stands, nobody asked whose. */
export type Standing = 'valid' | 'foreign' | 'genuine' | 'unknown' | 'invalid';

/** Struck only when the verdict is valid and the credential is bound to its holder (interface §14.1). */
export function standingOf(verdict: Verdict, bound: Bound): Standing {
  if (verdict !== 'valid') return verdict;
  if (bound === 'yes') return 'valid';
  return bound === 'no' ? 'foreign' : 'genuine';
}

export type SkillState = 'proven' | 'unknown' | 'lapsed' | 'stated' | 'suggestion';

/**
 * How a skill read from a credential is shown; null when it is not shown at all, because the credential
 * belongs to somebody else and says nothing about this person.
 */
export function skillStateOf(
  skill: Pick<SkillLine, 'source' | 'counts'>,
  verdict: Verdict,
  bound: Bound,
): SkillState | null {
  const standing = standingOf(verdict, bound);
  if (standing === 'foreign' || standing === 'genuine') return null;
  if (skill.source !== 'alignment') return 'suggestion';
  if (standing === 'valid') return skill.counts ? 'proven' : 'suggestion';
  return standing === 'unknown' ? 'unknown' : 'lapsed';
}

/** Words for a verdict that say more than "invalid"; keys of `ui.verdict`. */
const wordOfCode: Record<string, string> = {
  revoked: 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  'not-yet-valid': 'notYet',
  signature: 'changed',
  'missing-proof': 'notSigned',
  'not-a-credential': 'notSigned',
};

/** Key in `ui.verdict` for a standing and the code that decided it: "Revoked" instead of "Invalid". */
export function verdictWordKey(standing: Standing, code?: string | null): string {
  if (standing === 'unknown' && code === 'platform-page') return 'linked';
  if (standing !== 'invalid' || !code) return standing;
  return wordOfCode[code] ?? standing;
}
