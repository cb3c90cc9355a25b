import { getCredentials } from '#server/credentials/index.ts';
import { listAskingJobs } from '#server/jobs/index.ts';
import { getMyCoverages } from '#server/matching/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { JobsForCredentialOutput } from './schemas.ts';
import { listAppliedTo } from './store/open-applications.ts';

const shownJobs = 5;

/**
 * Open jobs that ask for a skill which this credential proves today, best covered first, with what of each it speaks
 * to (C17). None for a credential that proves nothing. Errors: `credential.unknown`.
 */
export async function listJobsForCredential(
  scope: CandidateScope,
  credentialId: string,
  now: Date,
): Promise<JobsForCredentialOutput> {
  const [credential] = await getCredentials(scope, [credentialId]);
  if (!credential)
    throw new AppError('credential.unknown', 'not-found', 'This credential is not in your wallet.');
  const keys = new Set(
    credential.skills.flatMap(({ state, skillKey }) =>
      state === 'proven' && skillKey !== null ? [skillKey] : [],
    ),
  );
  if (!credential.counts || keys.size === 0) return { jobs: [], more: false };
  const found = await listAskingJobs([...keys], now);
  const [coverages, applied] = await Promise.all([
    getMyCoverages(scope, new Map(found.map((job) => [job.id, job.requirements])), now),
    listAppliedTo(
      scope,
      found.map((job) => job.id),
    ),
  ]);
  const jobs = found.map((job) => {
    const coverage = coverages.get(job.id);
    return {
      jobId: job.id,
      title: job.title,
      employer: job.employer.name,
      asks: job.requirements
        .filter((line) => line.skills.some((skill) => keys.has(skill.skillKey)))
        .map((line) => line.label),
      totalTenths: coverage?.kind === 'score' ? coverage.totalTenths : null,
      applied: applied.has(job.id),
    };
  });
  jobs.sort((a, b) => (b.totalTenths ?? 0) - (a.totalTenths ?? 0));
  return { jobs: jobs.slice(0, shownJobs), more: jobs.length > shownJobs };
}
