import { getPublicJobs, getPublishedJob } from '#server/jobs/index.ts';
import { getMyCoverages } from '#server/matching/index.ts';
import type { CoverageOutput } from '#server/matching/schemas.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** The candidate's coverage of one published job. Errors: `job.unknown`, `job.closed`. */
export async function getCoverage(scope: CandidateScope, jobId: string, now: Date): Promise<CoverageOutput> {
  const job = await getPublishedJob(jobId, now);
  const coverages = await getMyCoverages(scope, new Map([[job.id, job.requirements]]), now);
  return coverages.get(job.id) ?? { kind: 'no-score' };
}

/** The candidate's coverages of several jobs; jobs that are not public are left out. */
export async function getCoverages(
  scope: CandidateScope,
  jobIds: readonly string[],
  now: Date,
): Promise<{ jobId: string; coverage: CoverageOutput }[]> {
  const jobs = await getPublicJobs(jobIds, now);
  const asked = new Map([...jobs].map(([id, job]) => [id, job.requirements]));
  const coverages = await getMyCoverages(scope, asked, now);
  return [...coverages].map(([jobId, coverage]) => ({ jobId, coverage }));
}
