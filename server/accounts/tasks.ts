import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';

/**
 * A person confirmed or removed an address or a DID: other credentials are bound now. Handled by `credentials`.
 */
export const accountConfirmedAddress = defineTask(
  'accounts.address-confirmed',
  z.object({ accountId: z.uuid() }),
);

/** The clock says: remove sessions, sign-in tokens and counters whose time is over. */
export const forgetExpired = defineTask('accounts.forget-expired', z.object({}).loose());
