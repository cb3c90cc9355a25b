/** What a picture of a credential may say: pictures are kept by others, so each says for which day it speaks. */
import type { Verdict } from './report.ts';

type Known = {
  verdict: Verdict;
  code: string | null;
  validUntil: Date | null;
  checkedAt: Date;
  statusReadAt: Date | null;
};

/**
 * Verdict, deciding code and the time they were found. The end of a credential passes whether or not anybody looked
 * since: a picture drawn after it never says valid.
 */
export function cardStanding(known: Known, now: Date): { verdict: Verdict; code: string | null; at: Date } {
  const { verdict, code, validUntil, checkedAt, statusReadAt } = known;
  if (verdict === 'valid' && validUntil !== null && validUntil <= now)
    return { verdict: 'invalid', code: 'expired', at: now };
  return { verdict, code, at: statusReadAt ?? checkedAt };
}
