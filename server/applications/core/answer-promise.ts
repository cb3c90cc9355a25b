import { dayText, localDay, momentOf } from './local-time.ts';

/** An answer that is promised. All null or false without a promise, and once there is an answer. */
export interface AnswerPromise {
  /** The last moment of the promised day. */
  answerBy: Date | null;
  /** The promised day itself, 2026-12-12, on the calendars of the installation. */
  answerDay: string | null;
  late: boolean;
  /** Whole days past the promised one. */
  daysLate: number;
}

const none: AnswerPromise = { answerBy: null, answerDay: null, late: false, daysLate: 0 };

/**
 * Until when an answer is promised, and by how many days that has passed. `answerDays` null = no promise. A promise is
 * one of days, as people read it: it holds until the end of its last day in `timeZone`.
 */
export function answerPromise(
  application: { stage: string; appliedAt: Date },
  answerDays: number | null,
  now: Date,
  timeZone: string,
): AnswerPromise {
  // Any move is an answer: only people who still stand where they began are waiting for one.
  if (answerDays === null || application.stage !== 'applied') return none;
  const day = localDay(application.appliedAt, timeZone) + answerDays;
  const daysLate = Math.max(0, localDay(now, timeZone) - day);
  const answerBy = new Date(momentOf(day + 1, 0, timeZone).getTime() - 1);
  return { answerBy, answerDay: dayText(day), late: daysLate > 0, daysLate };
}

/** Who applied before this moment and has no answer is waiting longer than promised. */
export function lateSince(answerDays: number, now: Date, timeZone: string): Date {
  return momentOf(localDay(now, timeZone) - answerDays, 0, timeZone);
}
