import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { presentJob, presentPublicJob } from './present-job.ts';
import type { JobOutput, PublicJobOutput } from './schemas.ts';
import { findJob, findPublicJob, type StoredJob } from './store/jobs.ts';

/** One stored job of the organisation. Errors: `job.unknown`, also for jobs of others. */
export async function getStoredJob(scope: OrgScope, jobId: string): Promise<StoredJob> {
  const job = await findJob(scope, jobId);
  if (!job) throw new AppError('job.unknown', 'not-found', 'There is no such job.');
  return job;
}

/** One job of the organisation, in any state. Errors: `job.unknown`. */
export async function getJob(scope: OrgScope, jobId: string): Promise<JobOutput> {
  return presentJob(await getStoredJob(scope, jobId));
}

/** A published job. Errors: `job.unknown` (also for drafts), `job.closed`. */
export async function getPublishedJob(jobId: string, now: Date): Promise<PublicJobOutput> {
  const job = await findPublicJob(jobId);
  if (!job) throw new AppError('job.unknown', 'not-found', 'There is no such job.');
  if (job.status === 'closed') {
    const { title, closedAt, organization } = job;
    throw new AppError('job.closed', 'gone', 'This job is closed.', 'Look at the other jobs.', {
      title,
      employer: organization.name,
      closedAt: closedAt?.toISOString() ?? null,
    });
  }
  return presentPublicJob(job, now);
}
