import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { closeIdleJobs } from './close-idle-jobs.ts';
import { closeIdle } from './tasks.ts';

/** The background work of this domain. Every handler may run twice. */
export const applicationHandlers: readonly TaskHandler[] = [
  handleTask(closeIdle, () => closeIdleJobs(new Date())),
];
