import { db, isUniqueViolation } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';

/** A saved search as stored. */
export interface StoredSearch {
  id: string;
  organizationId: string;
  userId: string;
  jobId: string;
  name: string;
  query: string;
  bell: boolean;
  createdAt: Date;
}

const shown = {
  id: true,
  organizationId: true,
  userId: true,
  jobId: true,
  name: true,
  query: true,
  bell: true,
  createdAt: true,
} as const;

const own = (scope: OrgScope) => ({ organizationId: scope.organizationId, userId: scope.accountId });

const nameTaken = () =>
  new AppError(
    'search.name_taken',
    'conflict',
    'You have a saved search of this name for this job.',
    'Choose another name.',
    { field: 'name' },
  );

async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isUniqueViolation(error) ? nameTaken() : error;
  }
}

/** The member's own searches of a job, by name; at most `take`. */
export function listSearches(scope: OrgScope, jobId: string, take: number): Promise<StoredSearch[]> {
  return db().savedSearch.findMany({
    where: { ...own(scope), jobId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: shown,
    take,
  });
}

/** How many searches the member has saved for a job. */
export function countSearches(scope: OrgScope, jobId: string): Promise<number> {
  return db().savedSearch.count({ where: { ...own(scope), jobId } });
}

/** One search of the member, or null. */
export function findSearch(scope: OrgScope, id: string): Promise<StoredSearch | null> {
  return db().savedSearch.findFirst({ where: { ...own(scope), id }, select: shown });
}

/** Stores a search. Errors: `search.name_taken`. */
export function insertSearch(
  scope: OrgScope,
  columns: { jobId: string; name: string; query: string; bell: boolean },
): Promise<StoredSearch> {
  return named(db().savedSearch.create({ data: { ...own(scope), ...columns }, select: shown }));
}

/** Changes name or bell of one of the member's searches. Errors: `search.name_taken`. */
export async function updateSearch(
  scope: OrgScope,
  id: string,
  columns: { name?: string; bell?: boolean },
): Promise<void> {
  await named(db().savedSearch.updateMany({ where: { ...own(scope), id }, data: columns }));
}

/** Deletes one of the member's searches with what it remembers; false when there is none. */
export async function deleteSearch(scope: OrgScope, id: string): Promise<boolean> {
  const { count } = await db().savedSearch.deleteMany({ where: { ...own(scope), id } });
  if (count > 0) await forgetMatches(id);
  return count > 0;
}

/** Forgets whom a search has found. */
export async function forgetMatches(searchId: string): Promise<void> {
  await db().savedSearchMatch.deleteMany({ where: { searchId } });
}

/** Ids of searches with a bell whose job is open, from after `after` on. For the worker only. */
export async function listBelled(after: string | null, take: number): Promise<string[]> {
  const rows = await db().savedSearch.findMany({
    where: { bell: true, job: { status: 'published' }, ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: 'asc' },
    select: { id: true },
    take,
  });
  return rows.map((row) => row.id);
}

/** A search with a bell, its member's role, and the job; null when it is gone or silent. For the worker only. */
export async function findBelled(id: string) {
  return db().savedSearch.findFirst({
    where: { id, bell: true, job: { status: 'published' } },
    select: {
      ...shown,
      job: { select: { title: true } },
      member: { select: { role: true, organization: { select: { slug: true } } } },
    },
  });
}

/** Remembers people as found and returns those who were not; each is returned once, whoever asks how often. */
export async function takeNewMatches(
  searchId: string,
  candidateIds: readonly string[],
  now: Date,
): Promise<string[]> {
  if (candidateIds.length === 0) return [];
  const rows = await db().$queryRaw<{ candidateId: string }[]>`
    insert into saved_search_match (candidate_id, search_id, found_at)
    select c.id, ${searchId}::uuid, ${now}::timestamptz from candidate c
     where c.id = any(${[...candidateIds]}::uuid[])
    on conflict (candidate_id, search_id) do nothing
    returning candidate_id as "candidateId"`;
  return rows.map((row) => row.candidateId);
}
