import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundledContexts } from '../contexts/bundled-contexts.ts';
import { limitSpent } from './budget.ts';
import type { AnswerTo, GraphJob, GraphRefusal } from './jobs.ts';

/** One core is left to the event loop where there are several. */
const limits = {
  /** Starting is our own work: only a machine that does nothing any more takes longer. */
  startMs: 60_000,
  spendMs: 2_000,
  heapMiB: 256,
  threads: Math.max(1, os.availableParallelism() - 1),
} as const;

type Answer = AnswerTo<GraphJob>;

/** As text, which is handed to a thread faster than the objects are. */
const contexts = JSON.stringify(bundledContexts);

/** A thread with what it is working on; its listeners stay for its whole life. */
type Seat = { worker: Worker; ready: Promise<number | null>; settle: ((answer: Answer) => void) | null };

const idle: Seat[] = [];
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Does a piece of work in a thread, which is stopped after 2 s of processor time or 256 MiB, because JSON-LD processing cannot be
 * interrupted otherwise (verification.md §6.2 no. 19). Never throws.
 *
 * @param text a job as JSON: copying a text takes the sender least
 */
export async function workInThread(text: string): Promise<AnswerTo<GraphJob> | GraphRefusal> {
  await takeTurn();
  const seat = idle.pop() ?? openSeat();
  try {
    const answer = await runIn(seat, text);
    if (answer.ok || answer.reason !== 'too-long') idle.push(seat);
    else await seat.worker.terminate();
    return answer;
  } finally {
    running--;
    waiting.shift()?.();
  }
}

async function takeTurn(): Promise<void> {
  while (running >= limits.threads) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
}

function openSeat(): Seat {
  // By path from the working directory, since a bundled copy of this file knows no other.
  const file = path.join(process.cwd(), 'server', 'credentials', 'threads', 'graph-thread.mjs');
  const worker = new Worker(file, {
    workerData: contexts,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB },
  });
  const { promise: ready, resolve } = makeSignal();
  const seat: Seat = { worker, ready, settle: null };
  worker.on('message', (answer: Answer | { thread: number | null }) => {
    if ('thread' in answer) resolve(answer.thread);
    else seat.settle?.(answer);
  });
  const end = () => {
    const place = idle.indexOf(seat);
    if (place >= 0) idle.splice(place, 1);
    seat.settle?.(tooLong('reading its JSON-LD takes too much memory'));
  };
  worker.on('error', end).on('exit', end);
  // After its listeners, which would hold the process otherwise.
  worker.unref();
  return seat;
}

function makeSignal(): { promise: Promise<number | null>; resolve: (thread: number | null) => void } {
  let resolve: (thread: number | null) => void = () => {};
  const promise = new Promise<number | null>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function tooLong(detail: string): GraphRefusal {
  return { ok: false, reason: 'too-long', detail };
}

function runIn(seat: Seat, text: string): Promise<Answer> {
  return new Promise((resolve) => {
    const late = () => seat.settle?.(tooLong('reading its JSON-LD did not begin in time'));
    const timer = setTimeout(late, limits.startMs);
    let callOff = () => clearTimeout(timer);
    seat.settle = (answer) => {
      callOff();
      seat.settle = null;
      resolve(answer);
    };
    seat.ready.then((thread) => {
      if (seat.settle === null) return;
      callOff();
      const over = () => seat.settle?.(tooLong('reading its JSON-LD takes longer than 2 seconds'));
      callOff = limitSpent(thread, limits.spendMs, over);
      seat.worker.postMessage(text);
    });
  });
}
