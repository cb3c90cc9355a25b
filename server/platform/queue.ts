import type { z } from 'zod';
import { db } from './db.ts';
import type { TaskContract } from './task.ts';

/** When and how a task runs. `key`: a later task with the same key replaces one that has not started. */
export interface EnqueueOptions {
  key?: string;
  runAt?: Date;
  maxAttempts?: number;
}

/**
 * Puts a task on the queue, inside the caller's transaction if one is open: it runs only if that commits.
 * The payload is checked against the contract first.
 */
export async function enqueue<Payload extends z.ZodType>(
  task: TaskContract<Payload>,
  payload: z.input<Payload>,
  options: EnqueueOptions = {},
): Promise<void> {
  const checked = JSON.stringify(task.payload.parse(payload));
  const { key = null, runAt = null, maxAttempts = 12 } = options;
  await db().$queryRaw`
    select 1 as done from graphile_worker.add_job(
      ${task.name}, payload := ${checked}::json, run_at := ${runAt}::timestamptz,
      max_attempts := ${maxAttempts}::int, job_key := ${key})`;
}

/** Puts a job for each payload on the queue in one statement, each with its key, all to run at the same time. */
export async function enqueueAll<Payload extends z.ZodType>(
  task: TaskContract<Payload>,
  jobs: readonly { payload: z.input<Payload>; key: string }[],
  options: Omit<EnqueueOptions, 'key'> = {},
): Promise<void> {
  const { runAt = null, maxAttempts = 12 } = options;
  const payloads = jobs.map(({ payload }) => JSON.stringify(task.payload.parse(payload)));
  const keys = jobs.map(({ key }) => key);
  await db().$queryRaw`
    select count(graphile_worker.add_job(
      ${task.name}, payload := job.payload::json, run_at := ${runAt}::timestamptz,
      max_attempts := ${maxAttempts}::int, job_key := job.key))::int as done
      from unnest(${payloads}::text[], ${keys}::text[]) as job (payload, key)`;
}
