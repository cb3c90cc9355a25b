import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { openStages } from '../core/pipeline.ts';

/** An application that is still open, for the candidate. */
export interface OpenApplication {
  id: string;
  jobId: string;
  organizationId: string;
}

/**
 * The candidate's open applications to jobs that are not closed, latest first, at most 200. One that was declined
 * counts until the candidate is told: how many there are must not give it away.
 */
export function listOpen(scope: CandidateScope, now: Date): Promise<OpenApplication[]> {
  return db().application.findMany({
    where: {
      candidateId: scope.candidateId,
      job: { status: 'published' },
      OR: [{ stage: { in: [...openStages] } }, { stage: 'declined', noticeAt: { gt: now } }],
    },
    orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, jobId: true, organizationId: true },
    take: 200,
  });
}

/** Candidates with an open application to a published job of the organisation, by id, from after `after` on. For the worker. */
export async function listOpenCandidates(
  organizationId: string,
  after: string | null,
  take: number,
): Promise<string[]> {
  const rows = await db().application.findMany({
    where: {
      organizationId,
      stage: { in: [...openStages, 'declined'] },
      job: { status: 'published' },
      ...(after ? { candidateId: { gt: after } } : {}),
    },
    distinct: ['candidateId'],
    orderBy: { candidateId: 'asc' },
    select: { candidateId: true },
    take,
  });
  return rows.map((row) => row.candidateId);
}

/** Which of these jobs the candidate has an application to that was not withdrawn. */
export async function listAppliedTo(scope: CandidateScope, jobIds: readonly string[]): Promise<Set<string>> {
  const rows = await db().application.findMany({
    where: { candidateId: scope.candidateId, jobId: { in: [...jobIds] }, stage: { not: 'withdrawn' } },
    select: { jobId: true },
    take: jobIds.length,
  });
  return new Set(rows.map((row) => row.jobId));
}
