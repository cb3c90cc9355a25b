import { z } from 'zod';

/** An e-mail address to add to a person. */
export const addAddressInput = z.object({
  address: z.email('Enter an address such as name@example.org').max(254),
});

/** The token of a confirmation mail. */
export const confirmAddressInput = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/** One of the person's addresses. */
export const addressOutput = z.object({
  id: z.uuid(),
  address: z.string(),
  confirmedAt: z.date().nullable(),
  isPrimary: z.boolean(),
});
export type AddressOutput = z.output<typeof addressOutput>;

/** The names an address goes by on its way out: its id. */
export const addressIdInput = z.object({ id: z.uuid() });
