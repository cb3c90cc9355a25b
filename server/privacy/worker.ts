import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { files } from '#server/platform/storage.ts';
import { buildExport } from './build-export.ts';
import { removeExpiredExports } from './request-export.ts';
import { buildExportTask, forgetExports, forgetFiles } from './tasks.ts';

/** The background work of this domain. Every handler may run twice. */
export const privacyHandlers: readonly TaskHandler[] = [
  handleTask(buildExportTask, ({ candidateId, exportId }, { isLast }) =>
    buildExport(candidateId, exportId, new Date(), isLast),
  ),
  handleTask(forgetFiles, ({ owner }) => files().removeAll(owner)),
  handleTask(forgetExports, async () => {
    await removeExpiredExports(new Date());
  }),
];
