import { env } from '#server/platform/env.ts';
import { type FetchAnswer, type FetchOptions, guardedFetch } from '#server/platform/fetch.ts';
import { issuerHost } from './core/did-web.ts';
import { backOffMs } from './core/schedule.ts';
import { endPause, findList, findPause, pauseHost, type StoredList } from './store/status-lists.ts';
import { type CachedFetch, rememberAnswers } from './verify-bytes.ts';

const leastPauseMs = 5 * 60_000;
const longestPauseMs = 24 * 60 * 60_000;

/** When somebody who gave no answer since a time is asked again: half as long again, a fifth more or less by chance. */
export function askAgainAt(since: Date, now: Date, chance: number): Date {
  const least = Math.min(env().RECHECK_SECONDS * 1_000, leastPauseMs);
  const wait = backOffMs(since, now, least, longestPauseMs) * (0.8 + 0.4 * chance);
  return new Date(now.getTime() + Math.round(wait));
}

const isSilent = (answer: FetchAnswer) =>
  answer.ok ? answer.status >= 500 || answer.status === 429 : answer.reason === 'unreachable';

/**
 * Asks on schedule: a host that gave no answer is left alone until its pause ends, by all workers. Nobody waits for
 * these answers; what a person asks for goes out at once, by `guardedFetch`.
 */
export function askPolitely(
  now: Date,
  ask: CachedFetch = guardedFetch,
  chance: () => number = Math.random,
): CachedFetch {
  return async (url, options) => {
    const host = issuerHost(url);
    if (host === null || host.length > 255) return ask(url, options);
    const pause = await findPause(host);
    if (pause !== null && pause.askAgainAt > now) {
      const detail = `${host} has given no answer since ${pause.since.toISOString()}`;
      return { ok: false, reason: 'unreachable', detail };
    }
    const answer = await ask(url, options);
    const since = pause?.since ?? now;
    if (isSilent(answer)) await pauseHost(host, { since, askAgainAt: askAgainAt(since, now, chance()) });
    else if (pause !== null) await endPause(host);
    return answer;
  };
}

/** A way out for scheduled verifications, and the mark of each list that it answered from what is stored. */
export interface ScheduledFetch {
  fetch: CachedFetch;
  marks: ReadonlyMap<string, string>;
}

/**
 * Makes the way out of one round of scheduled verifications: each address is asked once, a status list not at all
 * while its last look stands, a silent host not before its pause ends.
 */
export function fetchOnSchedule(now: Date, ask: CachedFetch = askPolitely(now)): ScheduledFetch {
  const marks = new Map<string, string>();
  const fetch = rememberAnswers(async (url: string, options?: FetchOptions) => {
    const list = await findList(url);
    const isKept = list !== null && list.nextFetchAt > now && isAskedAsList(list, options);
    const known = isKept ? answerFrom(list) : null;
    if (known === null) return ask(url, options);
    if (list?.mark) marks.set(url, list.mark);
    return known;
  });
  return { fetch, marks };
}

/** A document that somebody else names as a list is still asked for where it is wanted as what it is. */
function isAskedAsList({ kind }: StoredList, options?: FetchOptions): boolean {
  return kind === 'document' || (options?.accept?.includes('application/vc') ?? false);
}

/** The last look at a list as an answer; null when there was none. */
function answerFrom(list: StoredList): FetchAnswer | null {
  const { url, state, body, contentType, problem, fetchedAt } = list;
  if (state === 'unread') return null;
  if (state === 'unreachable')
    return { ok: false, reason: 'unreachable', detail: problem ?? `${url} gives no answer` };
  if (body === null) return null;
  const answered = { url, status: 200, contentType: contentType ?? '', body };
  return { ok: true, ...answered, fetchedAt: (fetchedAt ?? list.nextFetchAt).toISOString() };
}
