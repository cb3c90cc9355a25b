import { env } from '#server/platform/env.ts';
import type { FetchAnswer } from '#server/platform/fetch.ts';
import { log } from '#server/platform/log.ts';
import { issuerHost } from './core/did-web.ts';
import { nextListLook } from './core/schedule.ts';
import { askAgainAt, askPolitely } from './fetch-politely.ts';
import { startGathering } from './gather/context.ts';
import { type ListKind, type ListReading, readStatusList } from './gather/status-list.ts';
import { adoptMark, makeDue } from './store/credential-statuses.ts';
import { claimList, findList, listDueLists, type StoredList, writeList } from './store/status-lists.ts';
import { type CachedFetch, rememberAnswers } from './verify-bytes.ts';

const claimMs = 2 * 60_000;
const listsAtOnce = 4;
const mostLists = 2_000;

/** What a round of looks came to: lists asked, lists without an answer, credentials that became due by it. */
export interface ListRound {
  asked: number;
  unreachable: number;
  madeDue: number;
}

/**
 * Looks at every status list whose time has come, each once for all credentials that name it, and makes those due for
 * whom it now says something else. Several workers may run it at once: each list is claimed first.
 */
export async function lookAtDueLists(now: Date, ask: CachedFetch = askPolitely(now)): Promise<ListRound> {
  const round: ListRound = { asked: 0, unreachable: 0, madeDue: 0 };
  const fetch = rememberAnswers(ask);
  const due = await listDueLists(now, mostLists);
  const takeNext = async (): Promise<void> => {
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      if (!(await claimList(next, new Date(now.getTime() + claimMs)))) continue;
      const { state, madeDue } = await lookAtList(next.url, now, fetch);
      round.asked += 1;
      round.unreachable += state === 'unreachable' ? 1 : 0;
      round.madeDue += madeDue;
    }
  };
  await Promise.all(Array.from({ length: listsAtOnce }, takeNext));
  if (round.asked > 0) log.info({ event: 'status-lists.looked', ...round }, 'looked at status lists');
  return round;
}

type Seen = { state: ListReading['state']; madeDue: number };

async function lookAtList(url: string, now: Date, fetch: CachedFetch): Promise<Seen> {
  const known = await findList(url);
  if (known === null) return { state: 'unreachable', madeDue: 0 };
  const asked = askForNewer(known, fetch);
  const context = startGathering(asked.fetch, now);
  const reading = await readStatusList(url, known.kind as ListKind, context);
  await writeList(url, lookOf(reading, known, asked.answer(), now));
  const { state } = reading;
  const mark = reading.state === 'unreachable' ? 'unreachable' : reading.mark;
  const look = { url, state, mark, bits: reading.state === 'unreachable' ? null : reading.bits };
  const madeDue = await makeDue(look);
  await adoptMark(look);
  if (state !== known.state || madeDue > 0)
    log.info(
      { event: 'status-list.changed', host: issuerHost(url), before: known.state, after: state, madeDue },
      'a status list says something else',
    );
  return { state, madeDue };
}

/** Asks for the list only if it is another than the one we have, and keeps what came back. */
function askForNewer(known: StoredList, fetch: CachedFetch) {
  let kept: (FetchAnswer & { ok: true }) | null = null;
  const ask: CachedFetch = async (url, options) => {
    if (url !== known.url) return fetch(url, options);
    const { etag, body } = known;
    const newer = etag !== null && body !== null ? { ...options, ifNoneMatch: etag } : options;
    const answer = await fetch(url, newer);
    if (!answer.ok) return answer;
    const same = answer.status === 304 && body !== null;
    const again = { status: 200, body: body ?? answer.body, contentType: known.contentType ?? '' };
    kept = same ? { ...answer, etag: answer.etag ?? etag ?? '', ...again } : answer;
    return kept;
  };
  return { fetch: ask, answer: () => kept };
}

type Look = Parameters<typeof writeList>[1];

function lookOf(
  reading: ListReading,
  known: StoredList,
  answer: (FetchAnswer & { ok: true }) | null,
  now: Date,
): Look {
  const { etag, fetchedAt, contentType, lastGoodAt } = known;
  if (reading.state === 'unreachable') {
    const unreachableSince = known.unreachableSince ?? now;
    const nextFetchAt = askAgainAt(unreachableSince, now, Math.random());
    const last = { etag, fetchedAt, contentType, lastGoodAt };
    return {
      ...last,
      state: 'unreachable',
      mark: 'unreachable',
      problem: reading.problem,
      unreachableSince,
      nextFetchAt,
    };
  }
  const everyMs = env().RECHECK_SECONDS * 1_000;
  const { state, problem, mark } = reading;
  const life = { ...reading.life, maxAgeMs: answer?.maxAgeMs ?? null };
  return {
    state,
    problem,
    mark,
    body: answer === null ? null : Uint8Array.from(answer.body),
    contentType: answer?.contentType ?? null,
    etag: answer?.etag || null,
    fetchedAt: now,
    lastGoodAt: state === 'good' ? now : lastGoodAt,
    unreachableSince: null,
    nextFetchAt: nextListLook(state === 'good' ? life : noLife, now, everyMs, Math.random()),
  };
}

const noLife = { ttlMs: null, validUntil: null, maxAgeMs: null } as const;
