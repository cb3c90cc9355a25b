import { forgetExpired } from '#server/accounts/tasks.ts';
import { accountHandlers } from '#server/accounts/worker.ts';
import { closeIdle, countApplicationsAnew } from '#server/applications/tasks.ts';
import { applicationHandlers } from '#server/applications/worker.ts';
import { warmUpVerifier } from '#server/credentials/index.ts';
import { pruneRuns, recheckDue, refreshIssuerRegistries } from '#server/credentials/tasks.ts';
import { credentialHandlers } from '#server/credentials/worker.ts';
import { serveIssuingDocument } from '#server/issuing/index.ts';
import { checkSearches } from '#server/matching/tasks.ts';
import { matchingHandlers } from '#server/matching/worker.ts';
import { forgetNotices, sendNotices } from '#server/notifications/tasks.ts';
import { notificationHandlers } from '#server/notifications/worker.ts';
import { closeDatabase } from '#server/platform/db.ts';
import { env } from '#server/platform/env.ts';
import { registerOwnHost } from '#server/platform/fetch.ts';
import { log } from '#server/platform/log.ts';
import { enqueue } from '#server/platform/queue.ts';
import { startQueue } from '#server/platform/queue-runner.ts';
import { forgetRequests } from '#server/presentations/tasks.ts';
import { presentationHandlers } from '#server/presentations/worker.ts';
import { forgetExports } from '#server/privacy/tasks.ts';
import { privacyHandlers } from '#server/privacy/worker.ts';
import { installStarterScheme } from '#server/skills/index.ts';

/*
 * The background process: takes tasks from the queue and looks at credentials whose check is due.
 * Any number may run; SIGTERM and SIGINT end it after the running tasks.
 */

const { ISSUER_HOST, RECHECK_SECONDS } = env();
registerOwnHost(ISSUER_HOST, serveIssuingDocument);
await installStarterScheme();
await warmUpVerifier();
const schedule = [
  { task: recheckDue.name, match: '* * * * *' },
  { task: refreshIssuerRegistries.name, match: '* * * * *' },
  { task: pruneRuns.name, match: '17 3 * * *' },
  { task: forgetExpired.name, match: '7 * * * *' },
  { task: forgetRequests.name, match: '*/10 * * * *' },
  { task: forgetExports.name, match: '27 4 * * *' },
  { task: countApplicationsAnew.name, match: '47 3 * * *' },
  { task: sendNotices.name, match: '37 * * * *' },
  { task: forgetNotices.name, match: '27 3 * * *' },
  { task: checkSearches.name, match: '*/5 * * * *' },
  { task: closeIdle.name, match: '47 * * * *' },
];
const stop = await startQueue(
  [
    ...credentialHandlers,
    ...accountHandlers,
    ...presentationHandlers,
    ...matchingHandlers,
    ...applicationHandlers,
    ...notificationHandlers,
    ...privacyHandlers,
  ],
  schedule,
  (error) => {
    log.error({ error: error.message }, 'worker lost its queue');
    process.exit(1);
  },
);

// The clock of the queue knows minutes; shorter periods (the demo's) come from here. One key: never two at once.
const beat = setInterval(() => {
  enqueue(recheckDue, {}, { key: recheckDue.name }).catch((error: Error) => {
    log.warn({ error: error.message }, 'could not ask for a recheck');
  });
}, Math.min(RECHECK_SECONDS, 60) * 1_000);

await enqueue(refreshIssuerRegistries, {}, { key: refreshIssuerRegistries.name });
await enqueue(countApplicationsAnew, {}, { key: countApplicationsAnew.name });
log.info('worker ready');

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  clearInterval(beat);
  let code = 0;
  try {
    await stop();
    await closeDatabase();
  } catch (error) {
    log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'worker did not end well');
    code = 1;
  }
  process.exit(code);
}
process.on('SIGTERM', end);
process.on('SIGINT', end);
