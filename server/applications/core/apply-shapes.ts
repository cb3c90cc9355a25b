import { z } from 'zod';

const optionalText = (most: number) => z.string().trim().max(most, `Use ${most} letters at most`).optional();

/** An application. Phone and start are kept for the next one. */
export const applyInput = z.object({
  jobId: z.uuid(),
  credentialIds: z.array(z.uuid()).max(200),
  displayName: z
    .string()
    .trim()
    .min(2, 'Enter the name the employer should see')
    .max(80, 'Use 80 letters at most')
    .optional(),
  phone: optionalText(40),
  availableFrom: optionalText(60),
  note: optionalText(2_000),
});
export type ApplyInput = z.input<typeof applyInput>;
export const applyOutput = z.object({ applicationId: z.uuid(), disclosed: z.int() });
