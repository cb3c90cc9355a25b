import type { DeclineReason } from './core/decline-reasons.ts';
import type { Standing } from './measure-reasons.ts';
import type { HireReceipt, Receipt } from './schemas.ts';

/** What was met on the day of a decision, to be kept with it: the receipt of a hire (E22). */
export function writeHireReceipt(standing: Standing, at: Date): HireReceipt {
  const score = standing.coverage?.kind === 'score' ? standing.coverage : null;
  const parts = (score?.parts ?? []).map(({ label, must, status, pointsTenths, ofTenths, proof }) => {
    return { label, must, status, pointsTenths, ofTenths, proof: proof?.title ?? null };
  });
  const measured = { above: standing.facts.above, totalTenths: score?.totalTenths ?? null, parts };
  return { format: 1, at: at.toISOString(), ...measured };
}

/** The receipt of a decline: what was met, why, and the employer's own words. */
export function writeReceipt(
  reason: DeclineReason,
  sentence: string | null,
  standing: Standing,
  at: Date,
): Receipt {
  return { ...writeHireReceipt(standing, at), reason, sentence };
}
