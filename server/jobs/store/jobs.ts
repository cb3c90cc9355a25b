import { db, Prisma } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';

const requirements = {
  select: {
    id: true,
    must: true,
    weight: true,
    minLevel: true,
    minTier: true,
    shortLabel: true,
    skills: {
      select: { skillKey: true, skill: { select: { label: true } } },
      orderBy: { position: 'asc' },
    },
  },
  orderBy: { position: 'asc' },
} as const satisfies Prisma.Job$requirementsArgs;

const shown = {
  id: true,
  organizationId: true,
  reference: true,
  title: true,
  description: true,
  workplace: true,
  place: true,
  contract: true,
  payMin: true,
  payMax: true,
  payCurrency: true,
  payPeriod: true,
  degreeNeeded: true,
  namesHiddenUntil: true,
  queueGate: true,
  status: true,
  publishedAt: true,
  validThrough: true,
  closedAt: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  requirements,
} as const satisfies Prisma.JobSelect;

/** The columns of a job that anybody may see, with who offers it. */
export const publicJob = {
  ...shown,
  organization: { select: { id: true, slug: true, name: true, website: true, answerDays: true } },
} as const satisfies Prisma.JobSelect;

/** A job with what it asks. */
export type StoredJob = Prisma.JobGetPayload<{ select: typeof shown }>;
/** A job with what it asks and who offers it. */
export type StoredPublicJob = Prisma.JobGetPayload<{ select: typeof publicJob }>;
export type StoredRequirement = StoredJob['requirements'][number];

/** The columns of a job that its editor changes. */
export interface JobColumns {
  title?: string;
  description?: string;
  workplace?: string;
  place?: string | null;
  contract?: string;
  payMin?: number | null;
  payMax?: number | null;
  payCurrency?: string | null;
  payPeriod?: string | null;
  degreeNeeded?: boolean;
  namesHiddenUntil?: string | null;
  queueGate?: string;
  validThrough?: Date | null;
}

/** Columns that only a change of state writes. */
export interface JobStateColumns {
  status: 'published' | 'closed';
  publishedAt?: Date;
  closedAt?: Date;
}

/** One job of the organisation, or null. */
export function findJob(scope: OrgScope, id: string): Promise<StoredJob | null> {
  return db().job.findFirst({ where: { id, organizationId: scope.organizationId }, select: shown });
}

/** The organisation's jobs, newest first, 50 a page; `after` is the last id of the page before. */
export async function listJobs(scope: OrgScope, status: string | undefined, after: string | null) {
  const rows = await db().job.findMany({
    where: {
      organizationId: scope.organizationId,
      ...(status ? { status } : {}),
      ...(after ? { id: { lt: after } } : {}),
    },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      reference: true,
      title: true,
      status: true,
      place: true,
      workplace: true,
      publishedAt: true,
      validThrough: true,
      updatedAt: true,
      _count: { select: { requirements: true } },
    },
    take: 51,
  });
  return rows;
}

/** Jobs by what their title or reference holds, newest first. */
export function findJobsByWords(scope: OrgScope, words: string, most: number) {
  const holds = { contains: words, mode: 'insensitive' } as const;
  return db().job.findMany({
    where: { organizationId: scope.organizationId, OR: [{ title: holds }, { reference: holds }] },
    orderBy: { id: 'desc' },
    select: { id: true, title: true, reference: true },
    take: most,
  });
}

/**
 * Takes the next number of the organisation's jobs. Held until the transaction ends, so that two drafts made at
 * once do not get the same one.
 */
export async function takeJobNumber(scope: OrgScope): Promise<{ organizationName: string; ordinal: number }> {
  const [row] = await db().$queryRaw<{ name: string }[]>`
    select name from organization where id = ${scope.organizationId}::uuid for update`;
  const made = await db().job.count({ where: { organizationId: scope.organizationId } });
  return { organizationName: row?.name ?? '', ordinal: made + 1 };
}

/** Stores a draft; returns its id. */
export async function insertJob(scope: OrgScope, reference: string, columns: JobColumns): Promise<string> {
  const defaults = { title: '', description: '', workplace: 'onsite', contract: 'permanent' };
  const row = await db().job.create({
    data: { organizationId: scope.organizationId, reference, ...defaults, ...columns },
    select: { id: true },
  });
  return row.id;
}

/** Writes a change unless somebody else was faster; false when `version` is not the stored one. */
export async function updateJobAt(
  scope: OrgScope,
  id: string,
  version: number,
  columns: JobColumns | JobStateColumns,
): Promise<boolean> {
  const { count } = await db().job.updateMany({
    where: { id, organizationId: scope.organizationId, version },
    data: { ...columns, version: { increment: 1 } },
  });
  return count === 1;
}

/** A requirement to store; its place in the list is its position. */
export interface RequirementRow {
  id?: string | undefined;
  skillKeys: readonly number[];
  must: boolean;
  weight: number;
  minLevel: number | null;
  minTier: number;
  shortLabel: string | null;
}

/**
 * Replaces what a job asks. A line keeps its id when it names one that the job has: explanations and receipts
 * point at it. Errors: `job.skill_unknown`.
 */
export async function replaceRequirements(jobId: string, rows: readonly RequirementRow[]): Promise<void> {
  const tx = db();
  const stored = await tx.requirement.findMany({ where: { jobId }, select: { id: true } });
  const own = new Set(stored.map((row) => row.id));
  await tx.requirement.deleteMany({ where: { jobId } });
  for (const [position, { id, skillKeys, ...row }] of rows.entries()) {
    const kept = id !== undefined && own.delete(id) ? { id } : {};
    const skills = { create: skillKeys.map((skillKey, at) => ({ skillKey, position: at })) };
    try {
      await tx.requirement.create({
        data: { ...kept, ...row, jobId, position, skills },
        select: { id: true },
      });
    } catch (error) {
      if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003')) throw error;
      throw new AppError(
        'job.skill_unknown',
        'bad-input',
        'One of the skills does not exist.',
        'Pick it again.',
        {
          field: `requirements.${position}.skillKeys`,
        },
      );
    }
  }
}

/** A job of whichever organisation that is or was published; null for drafts and unknown ids. */
export function findPublicJob(id: string): Promise<StoredPublicJob | null> {
  return db().job.findFirst({
    where: { id, status: { in: ['published', 'closed'] } },
    select: publicJob,
  });
}

/** Several public jobs by id, in no order. */
export function findPublicJobs(ids: readonly string[]): Promise<StoredPublicJob[]> {
  return db().job.findMany({
    where: { id: { in: [...ids] }, status: { in: ['published', 'closed'] } },
    select: publicJob,
    take: 200,
  });
}

/** What each line of a job asks for, by the URIs of its skills. */
export function listAskedUris(jobId: string) {
  return db().requirement.findMany({
    where: { jobId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { must: true, skills: { select: { skill: { select: { id: true } } } } },
    take: 40,
  });
}

/** Ids of published jobs that take applications and ask for one of the skills; those that ask for most come first. */
export async function listAskingIds(
  skillKeys: readonly number[],
  now: Date,
  take: number,
): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select j.id
      from requirement_skill s
      join requirement r on r.id = s.requirement_id
      join job j on j.id = r.job_id
     where s.skill_key = any(${[...skillKeys]}::int[]) and j.status = 'published'
       and (j.valid_through is null or j.valid_through > ${now})
     group by j.id, j.published_at
     order by count(distinct r.id) desc, j.published_at desc, j.id
     limit ${take}`;
  return rows.map((row) => row.id);
}

/** Labels of skills by their numbers; those that do not exist are left out. */
export async function listSkillLabels(keys: readonly number[]): Promise<Map<number, string>> {
  const rows = await db().skill.findMany({
    where: { key: { in: [...keys] } },
    select: { key: true, label: true },
    take: keys.length,
  });
  return new Map(rows.map((row) => [row.key, row.label]));
}
