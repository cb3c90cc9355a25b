import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';

/** Another policy is in force in an organisation. Handled by `applications`, which count anew. */
export const policyChanged = defineTask(
  'organizations.policy-changed',
  z.object({ organizationId: z.uuid() }),
);
