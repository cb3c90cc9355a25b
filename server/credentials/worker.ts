import { accountConfirmedAddress } from '#server/accounts/tasks.ts';
import { log } from '#server/platform/log.ts';
import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { recountIssuer } from './count-issuer.ts';
import { giveUpImport, importCredential } from './import-credential.ts';
import { lookAtDueLists } from './look-at-lists.ts';
import { lookUpDueIssuers, lookUpIssuer } from './look-up-issuer.ts';
import { recheckAllOf, recheckDueCredentials, recheckStoredCredential } from './recheck-credential.ts';
import { refreshRegistries } from './refresh-registries.ts';
import { pruneUnchangedRuns } from './store/runs.ts';
import { dropUnusedLists } from './store/status-lists.ts';
import {
  countIssuer,
  importReceived,
  issuerNoted,
  pruneRuns,
  recheckCredential,
  recheckDue,
  refreshIssuerRegistries,
} from './tasks.ts';

const keepUnchangedMs = 7 * 86_400_000;

/** The background work of this domain. Every handler may run twice. */
export const credentialHandlers: readonly TaskHandler[] = [
  handleTask(importReceived, async ({ candidateId, itemId }, { isLast }) => {
    try {
      await importCredential(candidateId, itemId, new Date());
    } catch (error) {
      log.error({ itemId, isLast, error: error instanceof Error ? error.stack : 'unknown' }, 'import failed');
      // A database that was away for a moment is no reason to refuse a badge; a document that always fails is.
      if (!isLast) throw error;
      await giveUpImport(candidateId, itemId);
    }
  }),
  handleTask(recheckCredential, ({ candidateId, credentialId, trigger }) =>
    recheckStoredCredential(candidateId, credentialId, trigger, new Date()),
  ),
  handleTask(recheckDue, async () => {
    const now = new Date();
    await lookAtDueLists(now);
    await recheckDueCredentials(now);
  }),
  handleTask(pruneRuns, async () => {
    const dropped = await pruneUnchangedRuns(new Date(Date.now() - keepUnchangedMs));
    const lists = await dropUnusedLists();
    log.info({ event: 'credentials.pruned', dropped, lists }, 'dropped what nobody needs any more');
  }),
  handleTask(refreshIssuerRegistries, async () => {
    await refreshRegistries(new Date());
    await lookUpDueIssuers(new Date());
  }),
  handleTask(countIssuer, async ({ issuerId }) => {
    await recountIssuer(issuerId, new Date());
  }),
  handleTask(issuerNoted, ({ issuerId }) => lookUpIssuer(issuerId, new Date())),
  handleTask(accountConfirmedAddress, ({ accountId }) => recheckAllOf(accountId, new Date())),
];
