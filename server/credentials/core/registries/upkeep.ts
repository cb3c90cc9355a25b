/** How a registry stands after a look: answered, not answered, answered with something else, or suddenly much shorter. */
export type RegistryState = 'waiting' | 'current' | 'unreachable' | 'malformed' | 'shrunk';

const hourMs = 3_600_000;
const firstRetryMs = 5 * 60_000;

/** When to look again: after the period, or sooner after a failure, doubling from 5 minutes up to the period. */
export function nextLookAt(now: Date, refreshHours: number, failures: number): Date {
  const period = refreshHours * hourMs;
  const wait = failures === 0 ? period : Math.min(period, firstRetryMs * 2 ** Math.min(failures - 1, 20));
  return new Date(now.getTime() + wait);
}

/**
 * True when a registry lost so much at once that it looks like an accident: everything, or more than half of eight or
 * more. Such an answer is held until the next look brings the same again.
 */
export function isSuspiciousLoss(before: number, kept: number): boolean {
  if (before === 0) return false;
  return kept === 0 || (before >= 8 && kept * 2 < before);
}
