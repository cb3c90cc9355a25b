import type { RuleKind } from '#server/organizations/core/trust-policy.ts';

/** All of the points, in the ten-thousandths in which a policy's weights are multiplied. */
export const fullWeight = 10_000;

/**
 * What a policy makes of one piece of evidence. `weight` is how much of its points it earns while it stands,
 * `silentWeight` how much it earns although its issuer does not answer, both in ten-thousandths. `verdict` says why.
 */
export type PolicyMark = {
  weight: number;
  silentWeight: number;
  verdict: 'counts' | 'refused' | 'tier-too-low';
  minTier: number;
  rule: RuleKind;
};

/**
 * One proven skill of one person, as the ranking sees it: the level (1 knows, 2 works with help, 3 works alone,
 * 4 leads others; null = not stated), the strength of the proof (tier 0 to 5), where it comes from, and how long it
 * holds; and, where an employer's trust policy says so, how much of it counts there. Nothing else about a person is an
 * input of matching.
 */
export type Evidence = {
  skillKey: number;
  level: 1 | 2 | 3 | 4 | null;
  tier: 0 | 1 | 2 | 3 | 4 | 5;
  credentialId: string;
  issuerId: string;
  validFrom: Date | null;
  validUntil: Date | null;
  standing: 'stands' | 'unknown';
  /** What the employer's policy makes of it; left out where it counts in full. */
  policy?: PolicyMark | undefined;
};

/** Whether the evidence holds at a moment: from `validFrom` on, until just before `validUntil`. */
export function holdsAt(evidence: Evidence, now: Date): boolean {
  const { validFrom, validUntil } = evidence;
  return (
    (validFrom === null || validFrom.getTime() <= now.getTime()) &&
    (validUntil === null || now.getTime() < validUntil.getTime())
  );
}

/** The level to count with: one that is not stated counts as 1, since a proven skill is at least known. */
export function levelCounted(evidence: Evidence): number {
  return evidence.level ?? 1;
}

/**
 * The order among evidence that earns the same, best first: the stronger tier, the higher stated level, the one that
 * holds longer, the newer one; then by credential, skill and issuer id, so that no two different pieces are equal and
 * the choice never depends on the order of rows.
 */
export function compareEvidence(a: Evidence, b: Evidence): number {
  return (
    b.tier - a.tier ||
    (b.level ?? 0) - (a.level ?? 0) ||
    compareNumber(b.validUntil?.getTime() ?? Infinity, a.validUntil?.getTime() ?? Infinity) ||
    compareNumber(b.validFrom?.getTime() ?? -Infinity, a.validFrom?.getTime() ?? -Infinity) ||
    compareText(a.credentialId, b.credentialId) ||
    a.skillKey - b.skillKey ||
    compareText(a.issuerId, b.issuerId) ||
    compareText(a.standing, b.standing)
  );
}

/** Order of texts by code units: the same on every machine, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareNumber(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How much of its points evidence earns now, and how much once it is known to stand; in ten-thousandths. */
export function weightsOf({ standing, policy }: Evidence): { now: number; once: number } {
  const once = policy ? policy.weight : fullWeight;
  return { now: standing === 'stands' ? once : (policy?.silentWeight ?? 0), once };
}
