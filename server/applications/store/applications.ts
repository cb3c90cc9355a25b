import { db, isUniqueViolation } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import type { CandidateScope, OrgScope } from '#server/platform/scope.ts';
import type { Stage } from '../core/pipeline.ts';

const shown = {
  candidateId: true,
  id: true,
  jobId: true,
  organizationId: true,
  stage: true,
  stageSince: true,
  appliedAt: true,
  phone: true,
  availableFrom: true,
  note: true,
  noticeAt: true,
  noticeSentAt: true,
  declineReason: true,
  withdrawnAt: true,
  displayName: true,
  alias: true,
  revealedAt: true,
  version: true,
} as const;

/** An application as stored. */
export interface StoredApplication {
  candidateId: string;
  id: string;
  jobId: string;
  organizationId: string;
  stage: string;
  stageSince: Date;
  appliedAt: Date;
  phone: string | null;
  availableFrom: string | null;
  note: string | null;
  noticeAt: Date | null;
  noticeSentAt: Date | null;
  declineReason: string | null;
  withdrawnAt: Date | null;
  displayName: string;
  alias: number;
  revealedAt: Date | null;
  version: number;
}

/** What a candidate sends. */
export interface ApplicationColumns {
  displayName: string;
  phone: string | null;
  availableFrom: string | null;
  note: string | null;
}

/** The candidate's application to a job, in whatever stage, or null. */
export function findOwnByJob(scope: CandidateScope, jobId: string): Promise<StoredApplication | null> {
  return db().application.findUnique({
    where: { candidateId_jobId: { candidateId: scope.candidateId, jobId } },
    select: shown,
  });
}

/** When the candidate applied to some of these jobs; withdrawn applications are left out. */
export function listOwnByJobs(
  scope: CandidateScope,
  jobIds: readonly string[],
): Promise<{ jobId: string; appliedAt: Date }[]> {
  return db().application.findMany({
    where: { candidateId: scope.candidateId, jobId: { in: [...jobIds] }, stage: { not: 'withdrawn' } },
    select: { jobId: true, appliedAt: true },
    take: jobIds.length,
  });
}

/** One of the candidate's applications, or null. */
export function findOwn(scope: CandidateScope, id: string): Promise<StoredApplication | null> {
  return db().application.findUnique({
    where: { candidateId_id: { candidateId: scope.candidateId, id } },
    select: shown,
  });
}

/** The candidate's applications with what was shared, latest first, at most 200. */
export function listOwn(scope: CandidateScope) {
  return db().application.findMany({
    where: { candidateId: scope.candidateId },
    orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }],
    select: {
      ...shown,
      grants: {
        select: { credential: { select: { id: true, title: true } } },
        orderBy: { credentialId: 'asc' },
      },
    },
    take: 200,
  });
}

/** The organisation behind a published job, for the tenant column of an application. */
export async function findEmployerOf(jobId: string): Promise<string | null> {
  const row = await db().job.findUnique({ where: { id: jobId }, select: { organizationId: true } });
  return row?.organizationId ?? null;
}

/** True when an application to the job has this number already. */
export async function isAliasTaken(jobId: string, alias: number): Promise<boolean> {
  return (await db().application.findFirst({ where: { jobId, alias }, select: { id: true } })) !== null;
}

/** Stores an application; returns its id. Errors: `application.exists`. */
export async function insertApplication(
  scope: CandidateScope,
  job: { jobId: string; organizationId: string },
  columns: ApplicationColumns & { alias: number },
  now: Date,
): Promise<string> {
  try {
    const row = await db().application.create({
      data: { candidateId: scope.candidateId, ...job, ...columns, stageSince: now, appliedAt: now },
      select: { id: true },
    });
    return row.id;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError(
      'application.exists',
      'conflict',
      'You applied to this job already.',
      'See your applications.',
    );
  }
}

/** Opens a withdrawn application again, with new contents; false when it is not withdrawn any more. */
export async function reopenApplication(
  scope: CandidateScope,
  id: string,
  columns: ApplicationColumns,
  now: Date,
): Promise<boolean> {
  const { count } = await db().application.updateMany({
    where: { candidateId: scope.candidateId, id, stage: 'withdrawn' },
    data: {
      ...columns,
      stage: 'applied',
      stageSince: now,
      appliedAt: now,
      withdrawnAt: null,
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Empties an application and ends it; false when it was withdrawn already. */
export async function emptyApplication(scope: CandidateScope, id: string, now: Date): Promise<boolean> {
  const nothing = { displayName: '', phone: null, availableFrom: null, note: null };
  const { count } = await db().application.updateMany({
    where: { candidateId: scope.candidateId, id, stage: { not: 'withdrawn' } },
    data: {
      ...nothing,
      stage: 'withdrawn',
      stageSince: now,
      withdrawnAt: now,
      revealedAt: null,
      noticeAt: null,
      noticeSentAt: null,
      declineReason: null,
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** One application to a job of the organisation, in whatever stage, or null. */
export function findForEmployer(
  scope: OrgScope,
  jobId: string,
  candidateId: string,
): Promise<StoredApplication | null> {
  return db().application.findFirst({
    where: { candidateId, jobId, organizationId: scope.organizationId },
    select: shown,
  });
}

/** Applications of some people to a job of the organisation. */
export function listForEmployer(
  scope: OrgScope,
  jobId: string,
  candidateIds: readonly string[],
): Promise<StoredApplication[]> {
  return db().application.findMany({
    where: { candidateId: { in: [...candidateIds] }, jobId, organizationId: scope.organizationId },
    select: shown,
    take: candidateIds.length,
  });
}

/** What a change of stage writes. */
export interface StageColumns {
  stage: Stage;
  stageSince: Date;
  noticeAt: Date | null;
  declineReason: string | null;
  /** Absent: as it was. */
  revealedAt?: Date | null;
}

/** A stage to write, for an application as somebody saw it. */
export interface StageWrite extends StageColumns {
  candidateId: string;
  id: string;
  version: number;
  revealedAt: Date | null;
}

/**
 * Writes the stages of several applications in one statement, each unless somebody else was faster. Returns how many
 * were written: fewer than were given when the `version` of one is not the stored one.
 */
export async function writeStages(scope: OrgScope, rows: readonly StageWrite[]): Promise<number> {
  const time = (at: Date | null) => at?.toISOString() ?? null;
  return db().$executeRaw`
    update application a
       set stage = w.stage, stage_since = w.since, notice_at = w.notice_at, decline_reason = w.reason,
           revealed_at = w.revealed_at, version = a.version + 1
      from unnest(${rows.map((row) => row.candidateId)}::uuid[], ${rows.map((row) => row.id)}::uuid[],
                  ${rows.map((row) => row.version)}::int[], ${rows.map((row) => row.stage)}::text[],
                  ${rows.map((row) => time(row.stageSince))}::timestamptz[],
                  ${rows.map((row) => time(row.noticeAt))}::timestamptz[],
                  ${rows.map((row) => row.declineReason)}::text[],
                  ${rows.map((row) => time(row.revealedAt))}::timestamptz[])
             as w (candidate_id, id, version, stage, since, notice_at, reason, revealed_at)
     where a.candidate_id = w.candidate_id and a.id = w.id and a.version = w.version
       and a.organization_id = ${scope.organizationId}::uuid and a.stage <> 'withdrawn'`;
}

/** How many are in a stage, and since when the longest of them. */
export interface StageCount {
  total: number;
  oldestSince: Date | null;
}

/** How many applications of a job are in each stage, and since when the longest of them. */
export async function countStages(scope: OrgScope, jobId: string): Promise<Map<string, StageCount>> {
  const rows = await db().application.groupBy({
    by: ['stage'],
    where: { jobId, organizationId: scope.organizationId },
    _count: true,
    _min: { stageSince: true },
  });
  return new Map(rows.map((row) => [row.stage, { total: row._count, oldestSince: row._min.stageSince }]));
}

/** How many applications of a job wait in the first stage since before `since`. */
export function countWaitingSince(scope: OrgScope, jobId: string, since: Date): Promise<number> {
  return db().application.count({
    where: { jobId, organizationId: scope.organizationId, stage: 'applied', appliedAt: { lt: since } },
  });
}

/** Applications by job and stage. */
export async function countByJob(scope: OrgScope, jobIds: readonly string[]) {
  const rows = await db().application.groupBy({
    by: ['jobId', 'stage'],
    where: { jobId: { in: [...jobIds] }, organizationId: scope.organizationId },
    _count: true,
  });
  return rows.map((row) => ({ jobId: row.jobId, stage: row.stage, count: row._count }));
}
