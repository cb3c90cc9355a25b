import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { countChanges, listMoves, lookAgain, takeOrder } from './core/moves.ts';
import { getRankedJob } from './get-ranked-job.ts';
import { type FieldEntry, scanField } from './scan-field.ts';
import type { RankMoves } from './schemas.ts';
import { findRankView, putRankView, readMark } from './store/rank-views.ts';

/** Remembers that the member looks at a ranking now, and says who moved since their visit before. */
export async function noteLook(
  scope: OrgScope,
  jobId: string,
  entries: readonly FieldEntry[],
  now: Date,
): Promise<RankMoves> {
  const order = takeOrder(entries);
  const view = lookAgain(await findRankView(scope, jobId), order, now);
  await putRankView(scope, jobId, view);
  return { since: view.baseAt, by: Object.fromEntries(listMoves(view.baseOrder, order)) };
}

/** The mark of a job's ranking: another one means that there may be a newer order. Errors: `job.unknown`. */
export async function getMark(scope: OrgScope, jobId: string): Promise<string> {
  const mark = await readMark(scope, jobId);
  if (mark === null) throw new AppError('job.unknown', 'not-found', 'There is no such job.');
  return mark;
}

/**
 * How many ranks are others than on the page that the member loaded last, without counting this as a look. Errors:
 * `job.unknown`, `job.closed`.
 */
export async function countRankChanges(scope: OrgScope, jobId: string, now: Date): Promise<number> {
  const job = await getRankedJob(scope, jobId);
  const [view, { entries }] = await Promise.all([findRankView(scope, jobId), scanField(scope, job, now)]);
  return view ? countChanges(view.seenOrder, takeOrder(entries)) : 0;
}
