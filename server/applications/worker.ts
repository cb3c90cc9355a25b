import { evidenceChanged } from '#server/credentials/tasks.ts';
import { policyChanged } from '#server/organizations/tasks.ts';
import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { closeIdleJobs } from './close-idle-jobs.ts';
import { countUncounted, recountApplications } from './recount-applications.ts';
import { recountForPolicy } from './recount-for-policy.ts';
import { closeIdle, countApplicationsAnew } from './tasks.ts';

/** The background work of this domain. Every handler may run twice. */
export const applicationHandlers: readonly TaskHandler[] = [
  handleTask(closeIdle, () => closeIdleJobs(new Date())),
  handleTask(evidenceChanged, ({ candidateId, ...cause }) =>
    recountApplications(candidateScope(candidateId), cause, new Date()),
  ),
  handleTask(policyChanged, ({ organizationId }) => recountForPolicy(organizationId, new Date())),
  handleTask(countApplicationsAnew, () => countUncounted(new Date())),
];
