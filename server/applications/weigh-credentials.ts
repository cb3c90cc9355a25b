import { getPublicJobs } from '#server/jobs/index.ts';
import type { RequirementOutput } from '#server/jobs/schemas.ts';
import { weighCredentials as weigh } from '#server/matching/index.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { StakeOutput } from './schemas.ts';
import { listOpen, type OpenApplication } from './store/open-applications.ts';

/** What the jobs of open applications ask. Closed jobs are left out: what was disclosed for them has ended. */
export async function listOpenAsked(
  scope: CandidateScope,
  now: Date,
): Promise<{ application: OpenApplication; requirements: readonly RequirementOutput[] }[]> {
  const open = await listOpen(scope, now);
  const jobs = await getPublicJobs([...new Set(open.map((application) => application.jobId))], now);
  return open.flatMap((application) => {
    const job = jobs.get(application.jobId);
    return job ? [{ application, requirements: job.requirements }] : [];
  });
}

/** What the candidate's credentials carry in open applications (C23); those that carry nothing are left out. */
export async function weighCredentials(scope: CandidateScope, now: Date): Promise<StakeOutput[]> {
  const asked = await listOpenAsked(scope, now);
  const byApplication = new Map(asked.map(({ application, requirements }) => [application.id, requirements]));
  const stakes = await weigh(scope, byApplication, now);
  return [...stakes].map(([credentialId, stake]) => ({ credentialId, ...stake }));
}
