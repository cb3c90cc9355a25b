import { z } from 'zod';

/** A request to a wallet: in the name of our DID, or plain for wallets that cannot look it up. */
export const startRequestInput = z.object({
  plain: z.boolean().default(false),
  /** Asks for the skills of this job instead of any badge. */
  jobId: z.uuid().optional(),
});

/** A request that waits for its answer: the link for this device, which is also what the picture holds. */
export const walletRequestOutput = z.object({ id: z.uuid(), link: z.string(), expiresAt: z.date() });

/** Names a request. */
export const requestIdInput = z.object({ id: z.uuid() });

/**
 * How a request stands: `checking` while its answer is being verified, and no other is taken; `over` when nobody answered
 * in time. `code` says why nothing came of it.
 */
export const requestStateOutput = z.object({
  standing: z.enum(['waiting', 'checking', 'answered', 'done', 'refused', 'over']),
  code: z.string().nullable(),
});
export type RequestStateOutput = z.output<typeof requestStateOutput>;

/** The code that a wallet brought to a browser: whole, or as a person types it. */
export const responseCodeInput = z.object({
  code: z.string().trim().min(8, 'The code has eight letters').max(100, 'The code has eight letters'),
});

/** Where a browser stands that came from a wallet: whose request it was, and the code to type there. */
export const arrivalOutput = z.object({
  standing: z.enum(['answered', 'done']),
  isYours: z.boolean(),
  account: z.string(),
  shortCode: z.string(),
});

/** How many credentials came. */
export const finishedOutput = z.object({ credentials: z.int(), dids: z.int() });
