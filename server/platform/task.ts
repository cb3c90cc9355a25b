import type { z } from 'zod';

/** A kind of background work: its stable name and the shape of what it is handed. */
export interface TaskContract<Payload extends z.ZodType> {
  readonly name: string;
  readonly payload: Payload;
}

/** Declares a task. Contracts live in a domain's `tasks.ts`, handlers in its `worker.ts`. */
export function defineTask<Payload extends z.ZodType>(name: string, payload: Payload): TaskContract<Payload> {
  return { name, payload };
}
