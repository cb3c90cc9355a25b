import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';

/** Make the archive of an export that a candidate asked for. */
export const buildExportTask = defineTask(
  'privacy.build-export',
  z.object({ candidateId: z.uuid(), exportId: z.uuid() }),
);

/** A person is gone: their files go, too. */
export const forgetFiles = defineTask('privacy.forget-files', z.object({ owner: z.uuid() }));

/** The clock says: remove exports whose time is over. */
export const forgetExports = defineTask('privacy.forget-exports', z.object({}).loose());
