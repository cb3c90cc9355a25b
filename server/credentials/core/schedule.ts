import { readInstant } from './dates.ts';
import type { FindingCode, Report, Verdict } from './report.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** No stored credential waits longer than this to be verified as a whole; no list longer than the second to be asked. */
export const longest = { credentialMs: 7 * dayMs, listMs: dayMs } as const;

/**
 * How an issuer can take a credential back. `listed`: by status lists that are looked at on their own; `asked`: found
 * out only by asking for the credential again; `none`: it stated no way.
 */
export type Withdrawal = 'listed' | 'asked' | 'none';

/** What of a credential decides when it is verified again. */
export type Outlook = {
  verdict: Verdict;
  code: FindingCode | null;
  withdrawal: Withdrawal;
  /** Its own dates, those of the credentials inside among them. */
  dates: readonly (string | null)[];
  /** Since when the verdict is what it is. */
  changedAt: Date;
  /** Since when its issuer or its list give no answer; null when they do. */
  unreachableSince: Date | null;
};

/** Findings that only a change of this software can turn: nobody else has to be asked for news. */
const ours: ReadonlySet<FindingCode> = new Set([
  'unsupported-version',
  'unsupported-suite',
  'ssrf-blocked',
  'key-missing',
  'platform-page',
]);

/** Findings about what was signed, or about a date that is over: they stay, whatever the issuer does. */
const final: ReadonlySet<FindingCode> = new Set([
  'malformed',
  'too-large',
  'not-a-credential',
  'context-unknown',
  'context-tampered',
  'schema',
  'missing-proof',
  'signature',
  'anchor-mismatch',
  'expired',
  'claims-mismatch',
  'recipient-mismatch',
  'replayed',
]);

/** Findings that say nobody answered; the credential itself may be as good as ever. */
const unanswered: ReadonlySet<FindingCode> = new Set(['status-unavailable', 'issuer-unresolvable']);

/**
 * True for a verdict that stands only because issuer or list could not be asked (features V16). A list whose issuer is
 * away cannot be trusted either, so that finding may stand beside it, but no other.
 */
export function isUnreachable({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>): boolean {
  if (verdict !== 'unknown' || !findings.some(({ code }) => unanswered.has(code))) return false;
  return findings.every(({ code, detail }) =>
    code === 'status-list-invalid' ? detail.includes('issuer-unresolvable') : unanswered.has(code),
  );
}

/** True when a verdict of the past was unknown because issuer or list gave no answer: nothing was withdrawn then. */
export function wasUnanswered({ verdict, code }: Pick<Report, 'verdict' | 'code'>): boolean {
  return verdict === 'unknown' && code !== null && unanswered.has(code);
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/**
 * How long after a look the next one is, before dates are considered. `everyMs` is the operator's shortest period.
 * An operator who asks for periods of minutes (a demo) wants news within minutes of everything: the factor for what
 * must be asked one by one grows from 1 at two and a half minutes to 24 at an hour.
 */
function periodOf(outlook: Outlook, now: Date, everyMs: number): number {
  const { verdict, code, withdrawal, changedAt, unreachableSince } = outlook;
  if (unreachableSince !== null) return backOffMs(unreachableSince, now, everyMs, dayMs);
  if (code !== null && final.has(code)) return longest.credentialMs;
  if (code !== null && ours.has(code)) return clamp(everyMs * 24, everyMs, dayMs);
  if (verdict === 'unknown') return backOffMs(changedAt, now, everyMs, dayMs);
  const settled = backOffMs(changedAt, now, everyMs, longest.credentialMs);
  const stretch = clamp(everyMs / (2.5 * minuteMs), 1, 24);
  const usual = {
    asked: Math.min(everyMs * stretch, dayMs),
    listed: Math.min(everyMs * 24, dayMs),
    none: Math.min(everyMs * 24 * 7, longest.credentialMs),
  }[withdrawal];
  return Math.min(usual, settled);
}

/** Half as long again as it has lasted so far: each wait is longer than the one before, by half of what went by. */
export function backOffMs(since: Date, now: Date, leastMs: number, mostMs: number): number {
  return clamp((now.getTime() - since.getTime()) / 2, leastMs, Math.max(leastMs, mostMs));
}

/**
 * When a credential is verified as a whole again: by risk, never before `everyMs` is over and never later than a
 * week, but at the very moment when one of its own dates changes what it is. `spread` (0 to 1) takes up to a tenth
 * off, so that what was imported together does not come due together for ever.
 */
export function nextLook(outlook: Outlook, now: Date, everyMs: number, spread = 0): Date {
  const least = Math.min(everyMs, longest.credentialMs);
  const wait = clamp(periodOf(outlook, now, least) * (1 - spread / 10), least, longest.credentialMs);
  const own = outlook.dates
    .map((text) => (text === null ? null : (readInstant(text)?.ms ?? null)))
    .filter((time) => time !== null && time > now.getTime());
  return new Date(Math.round(Math.min(now.getTime() + wait, ...own.map(Number))));
}

/** What a list says about how long it may be kept: its own `ttl`, the date after which it counts no more, HTTP's age. */
export type ListLife = { ttlMs: number | null; validUntil: string | null; maxAgeMs: number | null };

const leastListMs = 5 * minuteMs;

/**
 * When a status list is asked again after a good answer (verification.md §2.9): as it wishes, at most a day later; at
 * least five minutes later unless the operator looks more often than that. A list that wishes nothing: `everyMs`.
 */
export function nextListLook(life: ListLife, now: Date, everyMs: number, spread = 0): Date {
  const least = Math.min(everyMs, leastListMs);
  const ends = life.validUntil === null ? null : (readInstant(life.validUntil)?.ms ?? null);
  const wishes = [life.ttlMs, life.maxAgeMs, ends === null ? null : ends - now.getTime()];
  const stated = wishes.filter((wish) => wish !== null);
  const wish = stated.length === 0 ? everyMs : Math.max(Math.min(...stated), everyMs);
  const wait = clamp(ends === null ? wish : Math.min(wish, ends - now.getTime()), least, longest.listMs);
  return new Date(Math.round(now.getTime() + clamp(wait * (1 - spread / 10), least, longest.listMs)));
}

/** What of a report says how its issuer can end it. */
export type Withdrawable = Pick<Report, 'format' | 'container' | 'watch' | 'checks'> & {
  parts: readonly Withdrawable[];
};

const signedFormats = /^(?:ob2-signed|ob3|vc|vcdm|clr2|sd-jwt|blockcerts|edc|vp)/;

/**
 * How the issuers can end what a report is about, the credentials inside included: the way that needs the most looks.
 * `isWatched` tells of a list whether it is looked at on its own.
 */
export function withdrawalOf(report: Withdrawable, isWatched: (url: string) => boolean): Withdrawal {
  const ways = [
    ownWithdrawal(report, isWatched),
    ...report.parts.map((part) => withdrawalOf(part, isWatched)),
  ];
  return ways.find((way) => way === 'asked') ?? ways.find((way) => way === 'listed') ?? 'none';
}

function ownWithdrawal(
  { format, container, watch, checks }: Withdrawable,
  isWatched: (url: string) => boolean,
): Withdrawal {
  if (!signedFormats.test(format) || container === 'link') return 'asked';
  if (watch.statusLists.length > 0) return watch.statusLists.every(isWatched) ? 'listed' : 'asked';
  const status = checks.find((check) => check.name === 'status');
  return status?.result === 'not-applicable' ? 'none' : 'asked';
}

/** The dates that change what a report is about, those of the credentials inside among them. */
export function datesOf({ watch, parts }: Pick<Report, 'watch' | 'parts'>): (string | null)[] {
  return [watch.validFrom, watch.validUntil, ...parts.flatMap(datesOf)];
}
