import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { limitSpent } from './budget.ts';

/** What a PDF carries, or why it was not read. */
export type PdfAnswer =
  | { ok: true; files: { name: string; bytes: Uint8Array }[]; links: string[] }
  | { ok: false; code: 'malformed' | 'too-large'; detail: string };

/** How much of a PDF is read. */
export type PdfLimits = { entries: number; bytes: number; pages: number; links: number; linkLength: number };

const limits = { startMs: 60_000, spendMs: 4_000, heapMiB: 256, threads: 1 } as const;

type Seat = { worker: Worker; ready: Promise<number | null> };

let idle: Seat | null = null;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a PDF in a thread that is stopped after 4 s of processor time or 256 MiB: neither reading nor unpacking can be interrupted
 * otherwise. One at a time; a thread that came to an end in time is used again. Never throws.
 */
export async function readPdf(bytes: Uint8Array, wanted: PdfLimits): Promise<PdfAnswer> {
  while (running >= limits.threads) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await readIn(idle ?? openSeat(), bytes, wanted);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function openSeat(): Seat {
  // By path from the working directory, since a bundled copy of this file knows no other.
  const file = path.join(process.cwd(), 'server', 'credentials', 'threads', 'read-pdf-thread.mjs');
  const worker = new Worker(file, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB },
  });
  // What the thread writes is about somebody's document, so it goes nowhere; errors arrive as an event.
  const ready = new Promise<number | null>((resolve) => {
    worker.once('message', ({ thread }: { thread: number | null }) => resolve(thread));
  });
  const seat = { worker, ready };
  const end = () => {
    if (idle === seat) idle = null;
  };
  worker.on('error', end).on('exit', end);
  // After its listeners, which would hold the process otherwise.
  worker.unref();
  return seat;
}

const stopped = (detail: string): PdfAnswer => ({ ok: false, code: 'too-large', detail });

async function readIn(seat: Seat, bytes: Uint8Array, wanted: PdfLimits): Promise<PdfAnswer> {
  const answer = await new Promise<PdfAnswer | string>((resolve) => {
    const timer = setTimeout(() => resolve('reading the PDF did not begin in time'), limits.startMs);
    const end = () => resolve('reading the PDF takes too much memory');
    seat.worker.once('error', end).once('exit', end);
    seat.ready.then((thread) => {
      clearTimeout(timer);
      const over = () => resolve('reading the PDF takes longer than 4 seconds');
      const callOff = limitSpent(thread, limits.spendMs, over);
      seat.worker.once('message', (message: PdfAnswer) => {
        callOff();
        seat.worker.off('error', end).off('exit', end);
        resolve(message);
      });
      // The timer holds the process while there is something to wait for.
      seat.worker.unref();
      seat.worker.postMessage({ bytes: Uint8Array.from(bytes), limits: wanted });
    });
  });
  idle = typeof answer === 'string' ? null : seat;
  if (typeof answer !== 'string') return answer;
  await seat.worker.terminate();
  return stopped(answer);
}
