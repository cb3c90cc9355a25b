import { z } from 'zod';

/** What a check can give. */
export const resultShape = z.enum(['pass', 'fail', 'unknown', 'not-applicable']);

/** Where a finding was made, if its usual words would be wrong there: at a blockchain anchor, or at a seal. */
export const stageShape = z.enum(['anchor', 'seal']).nullable();

/** The blockchain entry that a credential names: what anybody can compute, and what explorers confirmed. */
export const anchorOutput = z.object({
  chain: z.string(),
  transaction: z.string().nullable(),
  offline: resultShape,
  onChain: resultShape,
  detail: z.string(),
  isDemo: z.boolean(),
});
export type AnchorOutput = z.output<typeof anchorOutput>;
