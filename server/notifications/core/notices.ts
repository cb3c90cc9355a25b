import type { News } from '#server/accounts/core/news.ts';
import type { Stake } from '#server/matching/core/stake.ts';

/** Days before its end at which the holder is reminded, the nearest first. */
export const reminderDays = [7, 30, 90] as const;

/** Days of silence after which the holder is told that an issuer cannot be reached. */
export const silentDays = 7;

/** What the holder is told about a credential. */
export type NoticeKind =
  | 'ends-90'
  | 'ends-30'
  | 'ends-7'
  | 'revoked'
  | 'suspended'
  | 'unreachable'
  | 'restored';

const dayMs = 86_400_000;

/** A stretch of time in which a credential ends, with the reminder that belongs to it: after `from`, up to `to`. */
export type ReminderWindow = { kind: NoticeKind; from: Date; to: Date };

/**
 * The stretches that ask for a reminder now. They do not overlap: who missed the one at 90 days because no worker ran
 * gets the one at 30 alone.
 */
export function reminderWindows(now: Date): ReminderWindow[] {
  return reminderDays.map((days, index) => ({
    kind: `ends-${days}` as const,
    from: new Date(now.getTime() + (reminderDays[index - 1] ?? 0) * dayMs),
    to: new Date(now.getTime() + days * dayMs),
  }));
}

/** What a notice speaks about. */
export type NoticeSubject = {
  title: string;
  issuerName: string | null;
  /** Skills that stand on the credential, or stood. */
  skills: readonly string[];
  validUntil: Date | null;
  lastGoodAt: Date | null;
  unreachableSince: Date | null;
  reason: string | null;
};

/** Subject and text of a mail, plain. */
export type NoticeWords = { subject: string; text: string; action: string };

/** Words of others in a mail of ours: one line, no control letters, not too long. */
export function line(text: string, most: number): string {
  const flat = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
}

const why =
  'You get this mail because the credential is in your wallet. You can switch these mails off in your profile, under Mails.';

/** "It carries 15 points in 2 open applications." Nothing when nothing hangs on it. */
function stakeWords({ applications, tenths, evenly }: Stake, verb: 'carries' | 'carried'): string {
  if (applications === 0 || tenths === 0) return '';
  const points = `${(tenths / 10).toLocaleString('en')} ${tenths === 10 ? 'point' : 'points'}`;
  const where = applications === 1 ? '1 open application' : `${applications} open applications`;
  return ` It ${verb} ${evenly ? '' : 'up to '}${points} in ${where}.`;
}

type Told = Exclude<NoticeKind, `ends-${number}`> | 'ends';
const told = (kind: NoticeKind): Told => (kind.startsWith('ends-') ? 'ends' : (kind as Told));

/** Puts a notice into words: one sentence of news as subject, then what it changes, what helps, why it was sent. */
export function wordNotice(
  kind: NoticeKind,
  subject: NoticeSubject,
  stake: Stake,
  now: Date,
  timeZone: string,
): NoticeWords {
  // The news must be seen where only the beginning of a subject is shown; the text has the names in full.
  const title = line(subject.title, 60);
  const issuer = line(subject.issuerName ?? 'the issuer', 120);
  const shortIssuer = line(issuer, 40);
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  });
  const day = (date: Date | null) => (date === null ? 'an unknown day' : format.format(date));
  const skills = subject.skills.slice(0, 12).map((skill) => line(skill, 60));
  const proves = skills.length === 0 ? '' : ` It proves ${skills.join(', ')}.`;
  const written: Record<Told, () => Omit<NoticeWords, 'action'>> = {
    ends: () => ({
      subject: `${title} ends ${untilWords(subject.validUntil, now)}`,
      text: `It ends on ${day(subject.validUntil)}.${proves}${stakeWords(stake, 'carries')} After that it no longer counts. Renew it with ${issuer} and add the new one to your wallet: it counts from that moment.`,
    }),
    revoked: () => ({
      subject: `${shortIssuer} withdrew ${title}`,
      text: `It no longer counts, in any ranking.${proves.replace('proves', 'proved')}${stakeWords(stake, 'carried')}${reasonOf(subject)} Ask ${issuer}: only they can restore it. Another credential that proves the same skills counts from the moment you add it.`,
    }),
    suspended: () => ({
      subject: `${shortIssuer} put ${title} on hold`,
      text: `It does not count while the hold lasts, and counts again by itself when it ends.${proves.replace('proves', 'proved')}${stakeWords(stake, 'carried')} Ask ${issuer} about the reason.`,
    }),
    unreachable: () => ({
      subject: `${title} cannot be checked: ${shortIssuer} does not answer`,
      text: `${sinceWhen(subject, day)} It does not count until they answer, and is not held against you.${stakeWords(stake, 'carried')} Nothing is wrong with your file, and there is nothing you have to do: we keep asking.`,
    }),
    restored: () => ({
      subject: `${title} counts again`,
      text: `${issuer} says that it stands.${proves} Rankings that rest on it follow by themselves; there is nothing you have to do.`,
    }),
  };
  const { subject: news, text } = written[told(kind)]();
  const action = kind.startsWith('ends-') ? 'See it and how to renew it' : 'See its checks';
  const whole = line(subject.title, 300);
  const about = whole === title ? '' : `${whole}\n\n`;
  return { subject: news, text: `${about}${text}\n\n${why}`, action };
}

/** The same as news for the bell. */
export function newsOf(kind: NoticeKind, subject: NoticeSubject, stake: Stake): News {
  const title = line(subject.title, 120);
  const issuer = line(subject.issuerName ?? '', 120);
  switch (told(kind)) {
    case 'ends':
      return {
        kind: 'credential-ends',
        title,
        until: (subject.validUntil ?? new Date(0)).toISOString(),
        ...stake,
      };
    case 'revoked':
      return { kind: 'credential-revoked', title, issuer, ...stake };
    case 'suspended':
      return { kind: 'credential-suspended', title, issuer, ...stake };
    case 'unreachable':
      return { kind: 'credential-silent', title, issuer, ...stake };
    case 'restored':
      return { kind: 'credential-restored', title, issuer };
  }
}

function untilWords(validUntil: Date | null, now: Date): string {
  const days = validUntil === null ? 0 : Math.ceil((validUntil.getTime() - now.getTime()) / dayMs);
  if (days <= 1) return 'within a day';
  return `in ${days} days`;
}

function reasonOf({ reason }: NoticeSubject): string {
  return reason ? ` Reason given: “${line(reason, 200)}”.` : '';
}

function sinceWhen(
  { lastGoodAt, unreachableSince }: NoticeSubject,
  day: (date: Date | null) => string,
): string {
  const since = `No answer since ${day(unreachableSince)}.`;
  return lastGoodAt === null ? since : `It was last verified on ${day(lastGoodAt)}. ${since}`;
}
