import { z } from 'zod';
import type { DeclineReason } from './decline-reasons.ts';

/** What a receipt says about one requirement; points in tenths. */
export interface ReceiptPart {
  readonly label: string;
  readonly must: boolean;
  readonly status: 'met' | 'partly' | 'unmet' | 'unknown';
  readonly pointsTenths: number;
  readonly ofTenths: number;
}

/**
 * What would have changed a decision. `proof`: these requirements, proven as asked, would have given so many points.
 * `elsewhere`: the reason does not rest on what is proven. `own-words`: only the sentence says. `unmeasured`: nothing
 * was measured on that day.
 */
export const wouldHaveShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('proof'),
    labels: z.string().array(),
    fromTenths: z.int(),
    toTenths: z.int(),
    /** Whether every must-have would have been met then. */
    mustsMet: z.boolean(),
  }),
  z.object({ kind: z.literal('elsewhere') }),
  z.object({ kind: z.literal('own-words') }),
  z.object({ kind: z.literal('unmeasured') }),
]);
export type WouldHave = z.output<typeof wouldHaveShape>;

const gain = (part: ReceiptPart) => part.ofTenths - part.pointsTenths;

/** The requirements whose proof speaks to the reason: every open must-have, or the one that weighs most. */
function findLevers(reason: DeclineReason, parts: readonly ReceiptPart[]): ReceiptPart[] {
  if (reason === 'must-not-proven') return parts.filter((part) => part.must && part.status !== 'met');
  const open = parts.filter((part) => gain(part) > 0);
  const most = Math.max(...open.map(gain));
  return open.filter((part) => gain(part) === most).slice(0, 1);
}

/** What would have changed a decline, worked out from its receipt alone: nothing of later days enters. */
export function findWouldHave(receipt: {
  reason: DeclineReason;
  totalTenths: number | null;
  parts: readonly ReceiptPart[];
}): WouldHave {
  const { reason, totalTenths, parts } = receipt;
  if (reason === 'other') return { kind: 'own-words' };
  if (reason === 'position-filled' || reason === 'terms-differ') return { kind: 'elsewhere' };
  if (totalTenths === null) return { kind: 'unmeasured' };
  const levers = findLevers(reason, parts);
  if (levers.length === 0) return { kind: 'unmeasured' };
  const rest = parts.filter((part) => !levers.includes(part));
  return {
    kind: 'proof',
    labels: levers.map((part) => part.label),
    fromTenths: totalTenths,
    toTenths: Math.min(
      1_000,
      levers.reduce((sum, part) => sum + gain(part), totalTenths),
    ),
    mustsMet: rest.every((part) => !part.must || part.status === 'met'),
  };
}

/** The number of a receipt, for letters and calls: its day and the end of the decision's id. */
export function receiptNumber(changeId: string, at: Date): string {
  const day = at.toISOString().slice(0, 10).replaceAll('-', '');
  return `R-${day}-${changeId.slice(-8).toUpperCase()}`;
}
