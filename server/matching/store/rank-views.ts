import { db, type Prisma } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { Order, RankView } from '../core/moves.ts';

const toOrder = (stored: Prisma.JsonValue): Order => stored as unknown as Order;
const toJson = (order: Order) => order as unknown as Prisma.InputJsonArray;

/** What the member saw of a job's ranking, or null before the first look. */
export async function findRankView(scope: OrgScope, jobId: string): Promise<RankView | null> {
  const row = await db().rankView.findUnique({
    where: { userId_jobId: { userId: scope.accountId, jobId } },
    select: { baseAt: true, baseOrder: true, seenAt: true, seenOrder: true },
  });
  return row && { ...row, baseOrder: toOrder(row.baseOrder), seenOrder: toOrder(row.seenOrder) };
}

/** Remembers what the member saw. */
export async function putRankView(scope: OrgScope, jobId: string, view: RankView): Promise<void> {
  const columns = { ...view, baseOrder: toJson(view.baseOrder), seenOrder: toJson(view.seenOrder) };
  await db().rankView.upsert({
    where: { userId_jobId: { userId: scope.accountId, jobId } },
    create: { userId: scope.accountId, jobId, ...columns },
    update: columns,
  });
}

/**
 * A mark that is another as soon as the proof of an applicant of the job changed, or somebody applied or withdrew;
 * null when the job is not the organisation's. Reads an index and no people.
 */
export async function readMark(scope: OrgScope, jobId: string): Promise<string | null> {
  const where = { id: jobId, organizationId: scope.organizationId };
  const [job, changes] = await Promise.all([
    db().job.findFirst({ where, select: { version: true } }),
    db().coverageChange.aggregate({ where: { jobId }, _max: { at: true }, _count: true }),
  ]);
  return job && `${job.version}.${changes._count}.${changes._max.at?.getTime() ?? 0}`;
}
