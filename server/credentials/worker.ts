import { accountConfirmedAddress } from '#server/accounts/tasks.ts';
import { log } from '#server/platform/log.ts';
import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { giveUpImport, importCredential } from './import-credential.ts';
import { recheckAllOf, recheckDueCredentials, recheckStoredCredential } from './recheck-credential.ts';
import { importReceived, recheckCredential, recheckDue } from './tasks.ts';

/** The background work of this domain. Every handler may run twice. */
export const credentialHandlers: readonly TaskHandler[] = [
  handleTask(importReceived, async ({ candidateId, itemId }) => {
    try {
      await importCredential(candidateId, itemId, new Date());
    } catch (error) {
      log.error({ itemId, error: error instanceof Error ? error.stack : 'unknown' }, 'import failed');
      await giveUpImport(candidateId, itemId);
    }
  }),
  handleTask(recheckCredential, ({ candidateId, credentialId, trigger }) =>
    recheckStoredCredential(candidateId, credentialId, trigger, new Date()),
  ),
  handleTask(recheckDue, async () => {
    await recheckDueCredentials(new Date());
  }),
  handleTask(accountConfirmedAddress, ({ accountId }) => recheckAllOf(accountId, new Date())),
];
