import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';

/** The hour of a decline has come: the candidate is to be told, unless it was taken back. Handled by `notifications`. */
export const declineDue = defineTask(
  'applications.decline-due',
  z.object({ candidateId: z.uuid(), applicationId: z.uuid() }),
);
