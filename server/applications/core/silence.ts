const dayMs = 86_400_000;

/** Days without activity after which a job closes itself. */
export const silentDays = 30;

/** Days that the organisation has between being told and the end. */
export const noticeDays = 7;

/** What is to be done about a published job in which nothing happens. */
export type SilenceStep = 'wait' | 'tell' | 'close';

/**
 * What a job's silence asks for. Nobody is closed unwarned: the organisation is told 7 days before, and when nobody
 * could tell it in time (no worker ran), the end waits until 7 days after it was told.
 */
export function silenceStep(lastActivityAt: Date, toldAt: Date | null, now: Date): SilenceStep {
  const silent = now.getTime() - lastActivityAt.getTime();
  if (silent < (silentDays - noticeDays) * dayMs) return 'wait';
  // A warning from before the last activity was about another silence.
  if (toldAt === null || toldAt < lastActivityAt) return 'tell';
  const warned = now.getTime() - toldAt.getTime();
  return silent >= silentDays * dayMs && warned >= noticeDays * dayMs ? 'close' : 'wait';
}

/** When a job that was warned of now closes itself. */
export function closesAt(lastActivityAt: Date, toldAt: Date): Date {
  return new Date(
    Math.max(lastActivityAt.getTime() + silentDays * dayMs, toldAt.getTime() + noticeDays * dayMs),
  );
}

/** Jobs touched after this moment need not be looked at. */
export function quietBefore(now: Date): Date {
  return new Date(now.getTime() - (silentDays - noticeDays) * dayMs);
}
