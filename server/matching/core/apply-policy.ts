import {
  findTreatment,
  type IssuerStanding,
  type TrustPolicy,
  weightUnder,
} from '#server/organizations/core/trust-policy.ts';
import { type Evidence, fullWeight } from './evidence.ts';

const dayMs = 86_400_000;

/** When a credential was last found to stand; null when it never was, or answers now. */
export type LastGood = { lastGoodAt: Date | null };

/**
 * Evidence as an employer's policy lets it count. What the policy leaves as it is comes back without a mark, so that a
 * policy that accepts everything in full gives the same bytes as no policy.
 */
export function applyPolicy(
  evidence: Evidence & LastGood,
  issuer: IssuerStanding,
  policy: TrustPolicy,
  now: Date,
): Evidence {
  const { lastGoodAt, ...plain } = evidence;
  const { treatment, kind } = findTreatment(policy, issuer, evidence.tier);
  const percent = weightUnder(treatment, evidence.tier);
  const weight = percent * 100;
  const silentWeight = evidence.standing === 'unknown' ? percent * silentPercent(policy, lastGoodAt, now) : 0;
  if (weight === fullWeight && silentWeight === 0) return plain;
  const tooWeak = treatment.effect === 'accept' && evidence.tier < treatment.minTier;
  const verdict = percent > 0 ? 'counts' : tooWeak ? 'tier-too-low' : 'refused';
  return { ...plain, policy: { weight, silentWeight, verdict, minTier: treatment.minTier, rule: kind } };
}

/** Per cent that a policy gives to what stood until the issuer fell silent, as long as its days have not run out. */
function silentPercent({ silent }: TrustPolicy, lastGoodAt: Date | null, now: Date): number {
  if (silent === null || lastGoodAt === null) return 0;
  return now.getTime() - lastGoodAt.getTime() <= silent.days * dayMs ? silent.weight : 0;
}
