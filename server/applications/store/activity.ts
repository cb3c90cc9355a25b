import { db } from '#server/platform/db.ts';

/**
 * When the employer last did anything about applicants of these jobs: a move, a decline, taking either back, an
 * interview, an answer to a contest. What candidates do is no activity of theirs.
 */
export async function listLastActivity(jobIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db().$queryRaw<{ jobId: string; at: Date }[]>`
    select a.job_id as "jobId", max(done.at) as at
      from application a
      join (
        select candidate_id, application_id, greatest(at, undone_at) as at from stage_change
         where actor_id is distinct from candidate_id
        union all
        select candidate_id, application_id, changed_at from interview
        union all
        select candidate_id, application_id, closed_at from contest where closed_at is not null
      ) done on done.candidate_id = a.candidate_id and done.application_id = a.id
     where a.job_id = any(${[...jobIds]}::uuid[])
     group by a.job_id`;
  return new Map(rows.map((row) => [row.jobId, row.at]));
}

/** Applicants of a job who are still waiting, by candidate, one page at a time; also those whose decline is not told. */
export function listWaiting(jobId: string, after: string | null, now: Date, take: number) {
  return db().application.findMany({
    where: {
      jobId,
      ...(after ? { candidateId: { gt: after } } : {}),
      OR: [
        { stage: { in: ['applied', 'screen', 'task', 'interview', 'offer'] } },
        { stage: 'declined', noticeAt: { gt: now } },
      ],
    },
    orderBy: { candidateId: 'asc' },
    select: { candidateId: true, id: true },
    take,
  });
}

/** How the jobs of some applications ended; jobs that have not are left out. */
export async function listJobEnds(jobIds: readonly string[]) {
  const rows = await db().job.findMany({
    where: { id: { in: [...jobIds] }, status: 'closed' },
    select: { id: true, closedAt: true, silentSince: true },
    take: 200,
  });
  return new Map(
    rows.map(({ id, closedAt, silentSince }) => [id, { closedAt, silent: silentSince !== null }]),
  );
}
