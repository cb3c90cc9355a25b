import { getJob } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';

/** A job whose people may be ranked. Errors: `job.unknown`, `job.closed`: then what was disclosed has ended. */
export async function getRankedJob(scope: OrgScope, jobId: string): Promise<JobOutput> {
  const job = await getJob(scope, jobId);
  if (job.status === 'closed')
    throw new AppError(
      'job.closed',
      'gone',
      'This job is closed; what people disclosed for it is no longer shown.',
      'The pipeline still says who is where.',
    );
  return job;
}
