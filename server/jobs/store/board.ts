import { db, type Prisma } from '#server/platform/db.ts';
import { publicJob, type StoredPublicJob } from './jobs.ts';

/** Filters of the public board. */
export interface BoardFilter {
  q?: string | undefined;
  place?: string | undefined;
  skill?: string | undefined;
  payFrom?: number | undefined;
  workplace?: readonly string[] | undefined;
  contract?: readonly string[] | undefined;
  statesPay?: boolean | undefined;
  noDegree?: boolean | undefined;
  answersSoon?: boolean | undefined;
}

/** Newest first, or those first whose last day is nearest. */
export type BoardSort = 'newest' | 'closing';

/** The job after which a page begins, by what it is sorted by: no time = it has no last day. */
export interface BoardPlace {
  time: Date | null;
  id: string;
}

/** Days within which an answer is soon. */
const soonDays = 10;

/** So many of each period a full-time year is reckoned to have. */
const perYear = { year: 1, month: 12, day: 220, hour: 1_760 } as const;

const holds = (words: string) => ({ contains: words, mode: 'insensitive' }) as const;

const asksFor = (words: string): Prisma.JobWhereInput => ({
  requirements: { some: { skills: { some: { skill: { label: holds(words) } } } } },
});

/** Jobs that pay this much in a year somewhere in their range, in whichever currency; what states no pay does not. */
function paysFrom(amount: number): Prisma.JobWhereInput {
  return {
    OR: Object.entries(perYear).map(([payPeriod, times]) => {
      const least = { gte: Math.ceil(amount / times) };
      return { payPeriod, OR: [{ payMax: least }, { payMax: null, payMin: least }] };
    }),
  };
}

/** Published jobs that take applications and pass the board's filters. */
export function boardWhere(filter: BoardFilter, now: Date): Prisma.JobWhereInput {
  const { q, place, skill, payFrom, workplace, contract, statesPay, noDegree, answersSoon } = filter;
  const all: Prisma.JobWhereInput[] = [{ OR: [{ validThrough: null }, { validThrough: { gt: now } }] }];
  if (q)
    all.push({
      OR: [{ title: holds(q) }, { place: holds(q) }, { organization: { name: holds(q) } }, asksFor(q)],
    });
  if (place) all.push({ place: holds(place) });
  if (skill) all.push(asksFor(skill));
  if (payFrom) all.push(paysFrom(payFrom));
  if (workplace?.length) all.push({ workplace: { in: [...workplace] } });
  if (contract?.length) all.push({ contract: { in: [...contract] } });
  if (statesPay) all.push({ OR: [{ payMin: { not: null } }, { payMax: { not: null } }] });
  if (noDegree) all.push({ degreeNeeded: false });
  if (answersSoon) all.push({ organization: { answerDays: { lte: soonDays } } });
  return { status: 'published', AND: all };
}

function behind(sort: BoardSort, { time, id }: BoardPlace): Prisma.JobWhereInput {
  if (sort === 'newest')
    return time === null
      ? { publishedAt: null }
      : { OR: [{ publishedAt: { lt: time } }, { publishedAt: time, id: { lt: id } }] };
  if (time === null) return { validThrough: null, id: { gt: id } };
  return {
    OR: [{ validThrough: { gt: time } }, { validThrough: time, id: { gt: id } }, { validThrough: null }],
  };
}

const orders = {
  newest: [{ publishedAt: 'desc' }, { id: 'desc' }],
  closing: [{ validThrough: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
} satisfies Record<BoardSort, Prisma.JobOrderByWithRelationInput[]>;

/** Published jobs that take applications, 20 a page and one more where there is another page. */
export async function listPublishedJobs(
  filter: BoardFilter,
  sort: BoardSort,
  after: BoardPlace | null,
  now: Date,
): Promise<{ rows: StoredPublicJob[]; total: number }> {
  const where = boardWhere(filter, now);
  const [rows, total] = await Promise.all([
    db().job.findMany({
      where: { AND: [where, after ? behind(sort, after) : {}] },
      orderBy: orders[sort],
      select: publicJob,
      take: 21,
    }),
    db().job.count({ where }),
  ]);
  return { rows, total };
}
