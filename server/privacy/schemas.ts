import { z } from 'zod';

/** An export as its candidate sees it. */
export const dataExportOutput = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'ready', 'failed']),
  requestedAt: z.date(),
  readyAt: z.date().nullable(),
  expiresAt: z.date(),
  /** Bytes; null while it is being made. */
  size: z.int().nullable(),
});

/** What a person types to be deleted: their own sign-in address, so that no slip of the hand does it. */
export const eraseInput = z.object({ email: z.string().trim().max(320) });
