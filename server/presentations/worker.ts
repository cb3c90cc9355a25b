import { log } from '#server/platform/log.ts';
import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { deleteEndedRequests } from './store.ts';
import { forgetRequests } from './tasks.ts';

/** The background work of this domain. */
export const presentationHandlers: readonly TaskHandler[] = [
  handleTask(forgetRequests, async () => {
    log.info({ requests: await deleteEndedRequests(new Date()) }, 'forgot requests to wallets');
  }),
];
