import { credentialWithdrawn } from '#server/credentials/tasks.ts';
import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { sendDueNotices, sendWithdrawal } from './send-notices.ts';
import { sendNotices } from './tasks.ts';

/** The background work of this domain. Every handler may run twice. */
export const notificationHandlers: readonly TaskHandler[] = [
  handleTask(sendNotices, async () => {
    await sendDueNotices(new Date());
  }),
  handleTask(credentialWithdrawn, ({ candidateId, credentialId, how }) =>
    sendWithdrawal(candidateId, credentialId, how, new Date()),
  ),
];
