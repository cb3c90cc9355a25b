import type { z } from 'zod';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { presentPublicJob } from './present-job.ts';
import type {
  countPublishedInput,
  facetsOutput,
  JobRowOutput,
  jobListOutput,
  listPublishedInput,
  PublicJobOutput,
  publicJobListOutput,
} from './schemas.ts';
import { type BoardPlace, type BoardSort, listPublishedJobs as listStoredPublished } from './store/board.ts';
import { countFacets } from './store/facets.ts';
import { findJobsByWords, findPublicJobs, listAskingIds, listJobs as listStoredJobs } from './store/jobs.ts';

const orgPage = 50;
const boardPage = 20;

/** A page of the organisation's jobs, newest first. */
export async function listJobs(
  scope: OrgScope,
  filter: { status?: string | undefined; cursor?: string | null | undefined },
): Promise<z.output<typeof jobListOutput>> {
  const rows = await listStoredJobs(scope, filter.status, filter.cursor ?? null);
  const items = rows.slice(0, orgPage).map(({ _count, ...row }) => ({
    ...row,
    status: row.status as JobRowOutput['status'],
    workplace: row.workplace as JobRowOutput['workplace'],
    requirementCount: _count.requirements,
  }));
  return { items, nextCursor: rows.length > orgPage ? (items.at(-1)?.id ?? null) : null };
}

/** Jobs of the organisation whose title or reference holds the words, newest first. */
export function searchJobs(
  scope: OrgScope,
  words: string,
  most: number,
): Promise<{ id: string; title: string; reference: string }[]> {
  return findJobsByWords(scope, words, most);
}

/** What stands for a last day in the cursor of a job that has none. */
const noDay = 'open';

function readCursor(cursor: string): BoardPlace {
  const [at = '', id = ''] = cursor.split('_');
  const time = at === noDay ? null : new Date(at);
  if (Number.isNaN(time?.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    throw new AppError(
      'job.cursor_malformed',
      'bad-input',
      'This page of the list does not exist.',
      'Start at the first page.',
    );
  return { time, id };
}

const sortedBy = { newest: 'publishedAt', closing: 'validThrough' } as const satisfies Record<
  BoardSort,
  string
>;

/** A page of the public board, newest first unless asked otherwise. Errors: `job.cursor_malformed`. */
export async function listPublishedJobs(
  input: z.output<typeof listPublishedInput>,
  now: Date,
): Promise<z.output<typeof publicJobListOutput>> {
  const { cursor, sort = 'newest', ...filter } = input;
  const { rows, total } = await listStoredPublished(filter, sort, cursor ? readCursor(cursor) : null, now);
  const page = rows.slice(0, boardPage);
  const last = rows.length > boardPage ? page.at(-1) : undefined;
  return {
    items: page.map((row) => presentPublicJob(row, now)),
    nextCursor: last ? `${last[sortedBy[sort]]?.toISOString() ?? noDay}_${last.id}` : null,
    total,
  };
}

/** How many jobs each choice of the board's filters would show. */
export function countPublishedJobs(
  filter: z.output<typeof countPublishedInput>,
  now: Date,
): Promise<z.input<typeof facetsOutput>> {
  return countFacets(filter, now);
}

/** Public jobs by id, closed ones included, for pages that show what a person applied to. */
export async function getPublicJobs(
  ids: readonly string[],
  now: Date,
): Promise<Map<string, PublicJobOutput>> {
  const rows = await findPublicJobs(ids);
  return new Map(rows.map((row) => [row.id, presentPublicJob(row, now)]));
}

const mostAsking = 20;

/** Open jobs that ask for one of the skills, 20 at most; those that ask for most of them first. */
export async function listAskingJobs(skillKeys: readonly number[], now: Date): Promise<PublicJobOutput[]> {
  const ids = await listAskingIds(skillKeys, now, mostAsking);
  const found = await getPublicJobs(ids, now);
  return ids.flatMap((id) => found.get(id) ?? []);
}
