import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { setWatermark } from './check-searches.ts';
import { parseListView, writeListView } from './core/filter-address.ts';
import type { changeSearchInput, SavedSearchOutput, saveSearchInput } from './schemas.ts';
import {
  countSearches,
  deleteSearch,
  findBelled,
  findSearch,
  forgetMatches,
  insertSearch,
  listSearches,
  type StoredSearch,
  updateSearch,
} from './store/searches.ts';

/** As many as a menu can show. */
const mostSearches = 50;

const unknown = () => new AppError('search.unknown', 'not-found', 'There is no such saved search of yours.');

function present({ id, name, query, bell, createdAt }: StoredSearch): SavedSearchOutput {
  return { id, name, query, bell, createdAt };
}

/** The member's own searches of a job, by name. Errors: `job.unknown`. */
export async function listSavedSearches(scope: OrgScope, jobId: string): Promise<SavedSearchOutput[]> {
  await getJob(scope, jobId);
  return (await listSearches(scope, jobId, mostSearches)).map(present);
}

/**
 * Saves filters and order of a job's list under a name. With a bell, whoever matches today counts as seen. Errors:
 * `job.unknown`, `job.closed`, `search.name_taken`, `search.too_many`.
 */
export async function saveSearch(
  scope: OrgScope,
  { jobId, name, query, bell }: z.output<typeof saveSearchInput>,
  now: Date,
): Promise<SavedSearchOutput> {
  await getJob(scope, jobId);
  if ((await countSearches(scope, jobId)) >= mostSearches)
    throw new AppError(
      'search.too_many',
      'conflict',
      `You have ${mostSearches} saved searches for this job, and more do not fit.`,
      'Delete one you no longer use.',
    );
  return inTransaction(async () => {
    // Kept in its one spelling, so that an old or strange address is not kept with it.
    const columns = { jobId, name, query: writeListView(parseListView(query)), bell };
    const stored = await insertSearch(scope, columns);
    if (bell) await setWatermark(scope, stored, now);
    return present(stored);
  });
}

/**
 * Renames a search, or switches its bell. Switched on, whoever matches today counts as seen. Errors:
 * `search.unknown`, `search.name_taken`, `job.closed`.
 */
export async function changeSearch(
  scope: OrgScope,
  { id, name, bell }: z.output<typeof changeSearchInput>,
  now: Date,
): Promise<SavedSearchOutput> {
  return inTransaction(async () => {
    const before = await findSearch(scope, id);
    if (!before) throw unknown();
    const columns = { ...(name === undefined ? {} : { name }), ...(bell === undefined ? {} : { bell }) };
    await updateSearch(scope, id, columns);
    if (bell === true && !before.bell) {
      await forgetMatches(id);
      await setWatermark(scope, before, now);
    }
    return present({ ...before, ...columns });
  });
}

/** Deletes a search with what it remembers. Errors: `search.unknown`. */
export async function removeSearch(scope: OrgScope, id: string): Promise<void> {
  if (!(await inTransaction(() => deleteSearch(scope, id)))) throw unknown();
}

/** What the news of a saved search says, and to whom; null when nobody wants it any more. For the worker only. */
export async function findSearchNews(searchId: string) {
  const search = await findBelled(searchId);
  if (!search) return null;
  const { name, userId, jobId, query, job, member } = search;
  const { slug } = member.organization;
  return {
    accountId: userId,
    role: member.role,
    ...{ name, jobTitle: job.title },
    path: `/hire/${slug}/jobs/${jobId}/ranked${query}`,
  };
}
