import { db } from '#server/platform/db.ts';

/** A list as stored: what the last look at it found, and when the next one is. */
export interface StoredList {
  url: string;
  kind: string;
  state: string;
  mark: string | null;
  problem: string | null;
  body: Uint8Array | null;
  contentType: string | null;
  etag: string | null;
  fetchedAt: Date | null;
  lastGoodAt: Date | null;
  unreachableSince: Date | null;
  nextFetchAt: Date;
}

const shown = {
  url: true,
  kind: true,
  state: true,
  mark: true,
  problem: true,
  body: true,
  contentType: true,
  etag: true,
  fetchedAt: true,
  lastGoodAt: true,
  unreachableSince: true,
  nextFetchAt: true,
} as const;

/** Notes lists that credentials name; those that are known stay as they are. One order, so that none waits in a circle. */
export async function noteLists(lists: readonly { url: string; kind: string }[], now: Date): Promise<void> {
  if (lists.length === 0) return;
  const data = [...lists]
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ url, kind }) => ({ url, kind, nextFetchAt: now }));
  await db().statusList.createMany({ data, skipDuplicates: true });
}

/** A list with its last answer, or null. */
export function findList(url: string): Promise<StoredList | null> {
  return db().statusList.findUnique({ where: { url }, select: shown });
}

/** Lists whose next look is due, those waiting longest first. For the worker only. */
export function listDueLists(now: Date, take: number): Promise<{ url: string; nextFetchAt: Date }[]> {
  return db().statusList.findMany({
    where: { nextFetchAt: { lte: now } },
    orderBy: [{ nextFetchAt: 'asc' }, { url: 'asc' }],
    select: { url: true, nextFetchAt: true },
    take,
  });
}

/** Takes a due look for this worker until `until`; false when another worker has it. */
export async function claimList(due: { url: string; nextFetchAt: Date }, until: Date): Promise<boolean> {
  const { count } = await db().statusList.updateMany({
    where: { url: due.url, nextFetchAt: due.nextFetchAt },
    data: { nextFetchAt: until },
  });
  return count > 0;
}

/** Writes what a look found. */
export async function writeList(
  url: string,
  look: Omit<StoredList, 'url' | 'kind' | 'body'> & { body?: Uint8Array<ArrayBuffer> | null },
): Promise<void> {
  await db().statusList.updateMany({ where: { url }, data: look });
}

/** Forgets lists that no credential names any more. */
export async function dropUnusedLists(): Promise<number> {
  // In two steps: on a cluster a reference table cannot be compared row by row with a distributed one.
  const used = await db().credentialStatus.findMany({ distinct: ['listUrl'], select: { listUrl: true } });
  const urls = used.map(({ listUrl }) => listUrl);
  return db().$executeRaw`delete from status_list where url <> all (${urls}::text[])`;
}

/** The pause of a host that gave no answer, or null. */
export function findPause(host: string): Promise<{ since: Date; askAgainAt: Date } | null> {
  return db().hostPause.findUnique({ where: { host }, select: { since: true, askAgainAt: true } });
}

/** Pauses a host; `since` of an earlier pause stays. */
export async function pauseHost(host: string, pause: { since: Date; askAgainAt: Date }): Promise<void> {
  const { askAgainAt } = pause;
  await db().hostPause.upsert({ where: { host }, create: { host, ...pause }, update: { askAgainAt } });
}

/** Ends the pause of a host that answered. */
export async function endPause(host: string): Promise<void> {
  await db().hostPause.deleteMany({ where: { host } });
}
