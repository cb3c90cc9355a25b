/** What a job asks of who enters its first queue: every must-have proven, one of them, or nothing. */
export const queueGates = ['every-must', 'one-must', 'none'] as const;
export type QueueGate = (typeof queueGates)[number];

/**
 * True when somebody with that many proven must-haves enters the first queue. A job without must-haves lets everybody
 * in. The gate never changes a rank, and nobody is dropped: who does not enter is listed in the second queue.
 */
export function passesGate(gate: QueueGate, musts: { met: number; asked: number }): boolean {
  if (gate === 'none' || musts.asked === 0) return true;
  return gate === 'one-must' ? musts.met > 0 : musts.met === musts.asked;
}
