import { may } from '#server/organizations/core/permissions.ts';
import { enqueue } from '#server/platform/queue.ts';
import { type OrgScope, orgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { parseListView } from './core/filter-address.ts';
import { readList } from './list-ranking.ts';
import { findBelled, listBelled, takeNewMatches } from './store/searches.ts';
import { checkSearch, searchMatched } from './tasks.ts';

/** As many people as a bell watches; a list that long tells nobody anything. */
const mostWatched = 10_000;
const page = 500;

/** Puts a check of each saved search with a bell on the queue, one each, however often it is asked. */
export async function askForChecks(): Promise<void> {
  for (let after: string | null = null; ; ) {
    const ids = await listBelled(after, page);
    for (const searchId of ids)
      await enqueue(checkSearch, { searchId }, { key: `${checkSearch.name}:${searchId}` });
    after = ids.at(-1) ?? null;
    if (ids.length < page) return;
  }
}

async function listMatches(
  scope: OrgScope,
  search: { jobId: string; query: string },
  now: Date,
): Promise<string[]> {
  const { passing } = await readList(scope, { jobId: search.jobId, ...parseListView(search.query) }, now);
  return passing.slice(0, mostWatched).map(({ entry }) => entry.candidateId);
}

/** Remembers who matches a search today, without telling anybody: from here on only who is new is told. */
export async function setWatermark(
  scope: OrgScope,
  search: { id: string; jobId: string; query: string },
  now: Date,
): Promise<void> {
  await takeNewMatches(search.id, await listMatches(scope, search, now), now);
}

/**
 * Looks for people whom a saved search had not found before, and hands the news on. Remembering them and handing on
 * happen together, so that nobody is told of twice and nobody is left out, whoever runs this at the same time.
 */
export async function checkForMatches(searchId: string, now: Date): Promise<void> {
  const search = await findBelled(searchId);
  if (!search || !may(search.member.role, 'candidates:read')) return;
  const scope = orgScope(search.organizationId, search.userId, search.member.role);
  const matches = await listMatches(scope, search, now);
  await inTransaction(async () => {
    const fresh = await takeNewMatches(searchId, matches, now);
    if (fresh.length > 0)
      await enqueue(searchMatched, { searchId, people: fresh.length, at: now.toISOString() });
  });
}
