import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Turns of the event loop while something ran, in ms; `longest` is null where the system does not tell. */
export type Turns = { longest: number | null; byClock: number; byClock99: number };

/** How old the processor time may be that Linux tells of a running thread, in ms. */
const tickMs = 4;

/**
 * Runs work and tells how long single turns of the main thread took. `longest` is bounded from two sides, and the lower
 * bound is told: the clock's reading less the time for which the thread waited for a processor (which does not know
 * what a hypervisor took away), and the processor time that was spent, which may be one tick old. The others are
 * readings of the clock alone.
 */
export async function watchTurns(run: () => Promise<unknown>): Promise<Turns> {
  const thread = openThread();
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  let longest = 0;
  let isDone = false;
  const read = () => ({ clock: performance.now(), ...(thread?.read() ?? { spent: 0, waited: 0 }) });
  let before = read();
  const tick = () => {
    const now = read();
    const running = now.clock - before.clock - (now.waited - before.waited);
    longest = Math.max(longest, Math.min(running, now.spent - before.spent + tickMs));
    before = now;
    if (!isDone) setImmediate(tick);
  };
  histogram.enable();
  setImmediate(tick);
  try {
    await run();
    // The turn that is under way counts.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    isDone = true;
    histogram.disable();
  }
  await new Promise((resolve) => setImmediate(resolve));
  thread?.close();
  return {
    longest: thread === null ? null : longest,
    byClock: histogram.max / 1e6,
    byClock99: histogram.percentile(99) / 1e6,
  };
}

/** What the main thread has spent of a processor so far, and how long it has waited for one, in ms. */
function openThread(): { read: () => { spent: number; waited: number }; close: () => void } | null {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  if (!existsSync(file)) return null;
  const handle = openSync(file, 'r');
  const buffer = Buffer.alloc(100);
  const read = () => {
    const length = readSync(handle, buffer, 0, buffer.length, 0);
    const [spent = 0, waited = 0] = buffer.toString('latin1', 0, length).split(' ').map(Number);
    return { spent: spent / 1e6, waited: waited / 1e6 };
  };
  return { read, close: () => closeSync(handle) };
}
