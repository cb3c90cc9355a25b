import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JsonObject } from '../core/json.ts';

/** The schemas that are carried here, by their file in `contexts/schemas`. */
export type SchemaName = 'ob-v3p0-achievementcredential' | 'clr-v2p0-clrcredential';

/** What holding a document against a schema gave; `not-run` when there was no answer in time. */
export type SchemaAnswer = { state: 'fits' } | { state: 'fails'; detail: string } | { state: 'not-run' };

/** The first question waits for the compiler too. */
const limits = { answerMs: 4_000, heapMiB: 256 } as const;

type Seat = { worker: Worker; settle: Map<number, (answer: SchemaAnswer) => void> };

let seat: Seat | null = null;
let asked = 0;

/**
 * Holds a document against a bundled 1EdTech schema (JSON Schema draft 4) in a thread of its own, which compiles it at
 * the first question and is ended when an answer takes longer than 4 s. Never throws.
 */
export function validateAgainst(schema: SchemaName, document: JsonObject): Promise<SchemaAnswer> {
  const own = seat ?? openSeat();
  seat = own;
  const number = ++asked;
  return new Promise((resolve) => {
    const timer = setTimeout(() => void own.worker.terminate(), limits.answerMs);
    own.settle.set(number, (answer) => {
      clearTimeout(timer);
      own.settle.delete(number);
      resolve(answer);
    });
    own.worker.postMessage({ number, schema, document });
  });
}

function openSeat(): Seat {
  // By path from the working directory, since a bundled copy of this file knows no other.
  const file = path.join(process.cwd(), 'server', 'credentials', 'threads', 'schema-thread.mjs');
  const worker = new Worker(file, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB },
  });
  const opened: Seat = { worker, settle: new Map() };
  worker.on('message', ({ number, ...answer }: SchemaAnswer & { number: number }) => {
    opened.settle.get(number)?.(answer);
  });
  const end = () => {
    if (seat === opened) seat = null;
    for (const settle of opened.settle.values()) settle({ state: 'not-run' });
  };
  worker.on('error', end).on('exit', end);
  // After its listeners, which would hold the process otherwise.
  worker.unref();
  return opened;
}
