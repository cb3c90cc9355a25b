import { readFileSync } from 'node:fs';

/** How much wall time a thread may take for one millisecond of its budget before it is ended all the same. */
const patience = 30;

/** The processor time that a thread of this process has spent, in ms; null where the system does not tell (Linux does). */
function readSpent(thread: number): number | null {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ');
    const spent = Number(nanoseconds) / 1e6;
    return Number.isFinite(spent) ? spent : null;
  } catch {
    return null;
  }
}

/**
 * Calls `end` once a thread has spent `ms` of a processor from now on. Time in which a busy machine let it wait does not
 * count: what a document costs must not depend on what else is running. Where the system does not tell, the clock
 * decides, and a thread that gets no processor at all is ended by the clock, too. Returns what calls it off.
 */
export function limitSpent(thread: number | null, ms: number, end: () => void): () => void {
  const startedAt = performance.now();
  const before = thread === null ? null : readSpent(thread);
  let timer: NodeJS.Timeout;
  const wait = (rest: number) => {
    timer = setTimeout(() => {
      const now = thread === null || before === null ? null : readSpent(thread);
      const left = now === null || before === null ? 0 : ms - (now - before);
      const isLate = performance.now() - startedAt > ms * patience;
      if (left <= 0 || isLate) end();
      else wait(Math.max(20, left));
    }, rest);
  };
  wait(ms);
  return () => clearTimeout(timer);
}
