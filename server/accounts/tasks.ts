import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';
import { newsHrefShape, newsShape } from './schemas.ts';

/**
 * A person confirmed or removed an address or a DID: other credentials are bound now. Handled by `credentials`.
 */
export const accountConfirmedAddress = defineTask(
  'accounts.address-confirmed',
  z.object({ accountId: z.uuid() }),
);

/** The clock says: remove sessions, sign-in tokens and counters whose time is over. */
export const forgetExpired = defineTask('accounts.forget-expired', z.object({}).loose());

/**
 * News for a person's bell, from any domain. `key` says which news it is: the same key with the same contents is told
 * once, with other contents it takes the place of what was said before. Handled by `notifications`.
 */
export const tellAccount = defineTask(
  'accounts.tell',
  z.object({
    accountId: z.uuid(),
    key: z.string().min(1).max(300),
    href: newsHrefShape,
    news: newsShape,
    at: z.iso.datetime(),
  }),
);
