import { log } from '#server/platform/log.ts';
import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { forgetEndedRates } from '#server/platform/rate-limit.ts';
import { deleteExpired } from './store/accounts.ts';
import { forgetExpired } from './tasks.ts';

/** The background work of this domain. */
export const accountHandlers: readonly TaskHandler[] = [
  handleTask(forgetExpired, async () => {
    const now = new Date();
    const gone = await deleteExpired(now);
    log.info({ ...gone, counters: await forgetEndedRates(now) }, 'forgot what is over');
  }),
];
