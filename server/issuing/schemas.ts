import { z } from 'zod';

/** A credential on the issuers' desk. */
export const issuedOutput = z.object({
  id: z.uuid(),
  profileSlug: z.string(),
  profileName: z.string(),
  statusIndex: z.int(),
  title: z.string(),
  recipientName: z.string(),
  format: z.string(),
  issuedAt: z.date(),
  revokedAt: z.date().nullable(),
  revokedReason: z.string().nullable(),
});
export type IssuedOutput = z.output<typeof issuedOutput>;

/** Withdraws a credential, with the reason that the status list's readers are told. */
export const revokeInput = z.object({
  credentialId: z.uuid(),
  reason: z.string().trim().min(3, 'Enter the reason').max(120, 'Use 120 letters at most'),
});
