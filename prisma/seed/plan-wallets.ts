import { type AchievementKey, achievements } from './data/achievements.ts';
import { issuers } from './data/issuers.ts';
import { people } from './data/people.ts';
import { candidatePersonas, oldAddress } from './data/personas.ts';
import type { AchievementPlan, IssueFormat, IssuerPlan, PersonPlan, Twist } from './plan.ts';
import { type Chance, chanceOf } from './random.ts';
import { daysBefore } from './timing.ts';

/** One credential of the world, decided in all its parts. */
export interface PlannedCredential {
  /** Sign-in address of the person whose wallet it goes into. */
  owner: string;
  /** What the credential names as its recipient; another address for an unbound one. */
  recipient: { name: string; email: string };
  key: AchievementKey;
  achievement: AchievementPlan;
  twist: Twist | null;
  format: IssueFormat;
  validFrom: Date;
  validUntil: Date | null;
  /** How it comes into the wallet. */
  entry: 'file' | 'paste' | 'url';
}

/** What the verifier must say of a planned credential. */
export interface IntendedOutcome {
  verdict: 'valid' | 'invalid' | 'unknown';
  code: string | null;
  bound: 'yes' | 'no';
}

/** A candidate of the world with the address they sign in with. */
export interface PlannedPerson {
  email: string;
  isDemo: boolean;
  plan: PersonPlan<AchievementKey>;
}

/** All candidates: those to sign in as first. */
export const plannedPeople: readonly PlannedPerson[] = [
  ...candidatePersonas.map((plan) => ({ email: `${plan.key}@assay.example`, isDemo: true, plan })),
  ...people.map((plan) => ({ email: `${plan.key}@people.example`, isDemo: false, plan })),
];

const intended: Readonly<Record<Twist, IntendedOutcome>> = {
  revoked: { verdict: 'invalid', code: 'revoked', bound: 'yes' },
  expired: { verdict: 'invalid', code: 'expired', bound: 'yes' },
  future: { verdict: 'invalid', code: 'not-yet-valid', bound: 'yes' },
  tampered: { verdict: 'invalid', code: 'signature', bound: 'yes' },
  status: { verdict: 'unknown', code: 'status-unavailable', bound: 'yes' },
  unbound: { verdict: 'valid', code: null, bound: 'no' },
  ends29: { verdict: 'valid', code: null, bound: 'yes' },
};

function issuerOf(achievement: AchievementPlan): IssuerPlan {
  const found = issuers.find((issuer) => issuer.slug === achievement.issuer);
  if (!found) throw new Error(`The plan names an issuer that is not there: ${achievement.issuer}`);
  return found;
}

/** True when the issuer's own document can never be had. */
export function isOutOfReach(achievement: AchievementPlan): boolean {
  return issuerOf(achievement).unreachable === true;
}

/** What the verifier must say of it. */
export function intendedOutcome({ twist, achievement }: PlannedCredential): IntendedOutcome {
  if (twist !== null) return intended[twist];
  if (isOutOfReach(achievement)) return { verdict: 'unknown', code: 'issuer-unresolvable', bound: 'yes' };
  return { verdict: 'valid', code: null, bound: 'yes' };
}

function chooseFormat(achievement: AchievementPlan, twist: Twist | null, chance: Chance): IssueFormat {
  const { formats } = issuerOf(achievement);
  // A hosted badge cannot be changed in the hand, and Open Badges 2.0 knows neither status lists nor levels.
  const embedded = formats.filter((format) => !format.startsWith('ob2-'));
  if (twist === 'tampered' || twist === 'status') return chance.pick(embedded);
  // Tokens hide the address in a hash; here the page should be able to say which one it names.
  const open = embedded.filter((format) => !format.startsWith('jwt-'));
  if (twist === 'unbound' && open.length > 0) return chance.pick(open);
  const levels = achievement.skills.some(([, level]) => level !== null) && achievement.proof !== 'quiz';
  return achievement.format ?? chance.pick(levels ? embedded : formats);
}

function choosePeriod(achievement: AchievementPlan, twist: Twist | null, chance: Chance, now: Date) {
  const { years = 2 } = achievement;
  const days = (years ?? 2) * 365;
  const from = (start: number) => ({
    validFrom: daysBefore(now, start),
    validUntil: years === null ? null : daysBefore(now, start - days),
  });
  if (twist === 'ends29') return from(days - 29);
  if (twist === 'expired') return from(days + chance.between(20, 120));
  if (twist === 'future') return from(-chance.between(5, 40));
  return from(chance.between(twist === 'revoked' ? 60 : 25, Math.min(days - 45, 600)));
}

function planCredential(
  person: PlannedPerson,
  key: AchievementKey,
  twist: Twist | null,
  now: Date,
): PlannedCredential {
  const achievement: AchievementPlan = achievements[key];
  const chance = chanceOf(`${person.plan.key} ${key}`);
  const format = chooseFormat(achievement, twist, chance);
  const other = person.plan.key === 'wilhelmina' ? oldAddress : `${person.plan.key}@formerly.example`;
  const email = twist === 'unbound' ? other : person.email;
  const entries = format === 'ob2-hosted' ? (['url', 'file'] as const) : (['file', 'file', 'paste'] as const);
  const entry = chance.pick<PlannedCredential['entry']>(entries);
  const period = choosePeriod(achievement, twist, chance, now);
  return {
    owner: person.email,
    recipient: { name: person.plan.name, email },
    key,
    achievement,
    twist,
    format,
    entry,
    ...period,
  };
}

/** The credentials of a person, in the order of their plan. */
export function planWallet(person: PlannedPerson, now: Date): PlannedCredential[] {
  return person.plan.wallet.map((entry) => {
    const [key, twist = null] = entry.split('!') as [AchievementKey, Twist | undefined];
    return planCredential(person, key, twist, now);
  });
}
