/** Why somebody is declined; what the candidate is told. */
export const declineReasons = [
  'must-not-proven',
  'others-cover-more',
  'position-filled',
  'terms-differ',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** The facts that decide which reasons are true of somebody today. */
export interface DeclineFacts {
  /** Null when there is nothing to measure: no requirements, or the job is closed and the grants have ended. */
  readonly mustsMet: boolean | null;
  /** How many people of this job stand above; null as above. */
  readonly above: number | null;
  readonly jobClosed: boolean;
  /** Somebody has an offer or is hired. */
  readonly someoneChosen: boolean;
}

/**
 * True when the reason is the case. `terms-differ` (place, time, pay) and `other` (own words) cannot be checked
 * by us and are always open; the rest must hold, so that nobody is told an untruth with a receipt under it.
 */
export function isTrueReason(reason: DeclineReason, facts: DeclineFacts): boolean {
  switch (reason) {
    case 'must-not-proven':
      return facts.mustsMet === false;
    case 'others-cover-more':
      return facts.above !== null && facts.above > 0;
    case 'position-filled':
      return facts.jobClosed || facts.someoneChosen;
    case 'terms-differ':
    case 'other':
      return true;
  }
}
