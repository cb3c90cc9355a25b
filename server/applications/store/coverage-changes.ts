import { db, type Prisma } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { Counted, CountedPart } from '../core/counted.ts';

/** Why an application was counted anew: the credential with the check that decided, or the version of the policy. */
export interface CountCause {
  cause: 'sent' | 'evidence' | 'job' | 'policy';
  credentialId: string | null;
  check: string | null;
  code: string | null;
  policyVersion: number | null;
}

/** One counting of an application, as stored. */
export interface StoredCount extends Counted, CountCause {
  applicationId: string;
  version: number;
  at: Date;
}

const shown = {
  applicationId: true,
  version: true,
  at: true,
  cause: true,
  credentialId: true,
  check: true,
  code: true,
  policyVersion: true,
  totalMicro: true,
  unknownMicro: true,
  mustsMet: true,
  parts: true,
} as const;

type Row = Prisma.CoverageChangeGetPayload<{ select: typeof shown }>;

const present = (row: Row): StoredCount => ({
  ...row,
  cause: row.cause as CountCause['cause'],
  parts: row.parts as unknown as CountedPart[],
});

/** Holds the candidate's row until the transaction ends, so that two recounts of one person follow each other. */
export async function lockCandidate(scope: CandidateScope): Promise<void> {
  await db()
    .$queryRaw`select 1 as held from candidate where id = ${scope.candidateId}::uuid for no key update`;
}

/** The last counting of each of these applications, by application id. */
export async function listLastCounts(
  scope: CandidateScope,
  applicationIds: readonly string[],
): Promise<Map<string, StoredCount>> {
  const rows = await db().coverageChange.findMany({
    where: { candidateId: scope.candidateId, applicationId: { in: [...applicationIds] } },
    orderBy: [{ applicationId: 'asc' }, { version: 'desc' }],
    distinct: ['applicationId'],
    select: shown,
    take: 200,
  });
  return new Map(rows.map((row) => [row.applicationId, present(row)]));
}

/** The countings of one application, newest first. */
export async function listCounts(
  candidateId: string,
  applicationId: string,
  take: number,
): Promise<StoredCount[]> {
  const rows = await db().coverageChange.findMany({
    where: { candidateId, applicationId },
    orderBy: { version: 'desc' },
    select: shown,
    take,
  });
  return rows.map(present);
}

/** Appends a counting. */
export async function insertCount(
  scope: CandidateScope,
  application: { id: string; jobId: string },
  count: Omit<StoredCount, 'applicationId'>,
): Promise<void> {
  const { parts, ...columns } = count;
  await db().coverageChange.create({
    data: {
      candidateId: scope.candidateId,
      applicationId: application.id,
      jobId: application.jobId,
      ...columns,
      parts: parts as unknown as Prisma.InputJsonArray,
    },
  });
}

/** Drops what was counted of an application that was withdrawn: what it disclosed is gone. */
export async function deleteCounts(scope: CandidateScope, applicationId: string): Promise<void> {
  await db().coverageChange.deleteMany({ where: { candidateId: scope.candidateId, applicationId } });
}

/** What the last change by a credential took from each of these applications, in micro-points, where it took any. */
export async function listLosses(
  scope: CandidateScope,
  applicationIds: readonly string[],
  credentialId: string,
): Promise<number[]> {
  const rows = await db().$queryRaw<{ lost: number }[]>`
    select distinct on (c.application_id) b.total_micro - c.total_micro as lost
      from coverage_change c
      join coverage_change b on b.candidate_id = c.candidate_id and b.application_id = c.application_id
                            and b.version = c.version - 1
     where c.candidate_id = ${scope.candidateId}::uuid and c.application_id = any(${[...applicationIds]}::uuid[])
       and c.credential_id = ${credentialId}::uuid
     order by c.application_id, c.version desc`;
  return rows.flatMap(({ lost }) => (lost > 0 ? [lost] : []));
}

/** How many applications to a job of the organisation were counted anew since `since`. For the worker. */
export async function countChanged(organizationId: string, jobId: string, since: Date): Promise<number> {
  const rows = await db().coverageChange.groupBy({
    by: ['candidateId'],
    where: { jobId, at: { gte: since }, version: { gt: 1 }, application: { organizationId } },
    orderBy: { candidateId: 'asc' },
    take: 1_000,
  });
  return rows.length;
}

/** How many applied to a job of the organisation since `since` and did not withdraw. For the worker. */
export function countArrived(organizationId: string, jobId: string, since: Date): Promise<number> {
  const stage = { not: 'withdrawn' };
  return db().application.count({ where: { organizationId, jobId, appliedAt: { gte: since }, stage } });
}

/** Open applications that were never counted, in the order of their candidates. For the worker. */
export async function listUncounted(take: number): Promise<string[]> {
  const rows = await db().application.findMany({
    where: {
      coverageChanges: { none: {} },
      stage: { in: ['applied', 'screen', 'task', 'interview', 'offer'] },
      job: { status: 'published', requirements: { some: {} } },
    },
    distinct: ['candidateId'],
    orderBy: { candidateId: 'asc' },
    select: { candidateId: true },
    take,
  });
  return rows.map((row) => row.candidateId);
}
