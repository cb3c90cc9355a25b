/**
 * A trust policy: what an employer lets count, by who issued it. It never touches a verdict; it says which verified
 * evidence this employer's rankings count, and how much of it.
 *
 * For one piece of evidence one rule decides, the most specific that there is:
 * 1. the rule for its issuer;
 * 2. of the rules for registries that list the issuer now, the one that counts this evidence most (equal ones by name);
 * 3. the rule for every other recognised issuer, or for every unrecognised one.
 */

/** How evidence is treated: refused, or counted from a tier on with so many per cent of its points. */
export type Treatment = { effect: 'accept' | 'refuse'; weight: number; minTier: number };

/** What is done with evidence that stood and whose issuer does not answer now: so much counts for so many days. */
export type SilentRule = { days: number; weight: number };

/** A whole policy. Weights are whole per cent, tiers 0 to 5. */
export type TrustPolicy = {
  format: 'assay-trust-policy/1';
  issuers: (Treatment & { id: string })[];
  registries: (Treatment & { name: string })[];
  recognised: Treatment;
  unrecognised: Treatment;
  /** Null: what cannot be checked counts nothing, from the first unanswered question on. */
  silent: SilentRule | null;
};

/** Which kind of rule decided. */
export type RuleKind = 'issuer' | 'registry' | 'recognised' | 'unrecognised';

/** An issuer as far as a policy asks: whether any registry recognises it, and which list it now. */
export type IssuerStanding = { id: string; recognised: boolean; registries: readonly string[] };

const everything: Treatment = { effect: 'accept', weight: 100, minTier: 0 };

/** What holds without a policy: everything verified counts in full, and nothing that cannot be checked. */
export const openPolicy: TrustPolicy = {
  format: 'assay-trust-policy/1',
  issuers: [],
  registries: [],
  recognised: everything,
  unrecognised: everything,
  silent: null,
};

/** The parts of a treatment in their one order; a refusal has no weight and no tier to differ by. */
function plain({ effect, weight, minTier }: Treatment): Treatment {
  return effect === 'refuse' ? { effect, weight: 0, minTier: 0 } : { effect, weight, minTier };
}

function byText<T>(textOf: (each: T) => string) {
  return (a: T, b: T) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0);
}

/** The one way to write a policy: rules by name in the order of code units, so that equal policies are equal bytes. */
export function toCanonical(policy: TrustPolicy): TrustPolicy {
  const { format, issuers, registries, recognised, unrecognised, silent } = policy;
  return {
    format,
    issuers: issuers.map((rule) => ({ id: rule.id, ...plain(rule) })).sort(byText((rule) => rule.id)),
    registries: registries
      .map((rule) => ({ name: rule.name, ...plain(rule) }))
      .sort(byText((rule) => rule.name)),
    recognised: plain(recognised),
    unrecognised: plain(unrecognised),
    silent: silent && { days: silent.days, weight: silent.weight },
  };
}

/** True when two policies say the same. */
export function isSamePolicy(one: TrustPolicy, other: TrustPolicy): boolean {
  return JSON.stringify(toCanonical(one)) === JSON.stringify(toCanonical(other));
}

/** Per cent of its points that evidence of a tier earns under a treatment. */
export function weightUnder({ effect, weight, minTier }: Treatment, tier: number): number {
  return effect === 'refuse' || tier < minTier ? 0 : weight;
}

/** The rule that decides about evidence of a tier, and its kind. The order of a policy's rules does not matter. */
export function findTreatment(
  policy: TrustPolicy,
  issuer: IssuerStanding,
  tier: number,
): { treatment: Treatment; kind: RuleKind } {
  const own = policy.issuers.find((rule) => rule.id === issuer.id);
  if (own) return { treatment: plain(own), kind: 'issuer' };
  const [best] = policy.registries
    .filter((rule) => issuer.registries.includes(rule.name))
    .sort(
      (a, b) => weightUnder(b, tier) - weightUnder(a, tier) || byText<typeof a>((rule) => rule.name)(a, b),
    );
  if (best) return { treatment: plain(best), kind: 'registry' };
  return issuer.recognised
    ? { treatment: plain(policy.recognised), kind: 'recognised' }
    : { treatment: plain(policy.unrecognised), kind: 'unrecognised' };
}

/** A policy with another rule for one issuer; null takes its rule away. */
export function withIssuerRule(policy: TrustPolicy, id: string, rule: Treatment | null): TrustPolicy {
  const others = policy.issuers.filter((each) => each.id !== id);
  return toCanonical({ ...policy, issuers: rule === null ? others : [...others, { id, ...rule }] });
}
