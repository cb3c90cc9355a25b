import {
  type CronItem,
  type JobHelpers,
  Logger,
  parseCronItems,
  run,
  runMigrations,
  runOnce,
  type TaskList,
} from 'graphile-worker';
import pg from 'pg';
import type { z } from 'zod';
import { env } from './env.ts';
import { log } from './log.ts';
import { keepPresence } from './queue-presence.ts';
import type { TaskContract } from './task.ts';

/** A contract joined to the function that does the work. */
export interface TaskHandler {
  readonly name: string;
  readonly handle: (payload: unknown, attempt: Attempt) => Promise<void>;
}

/** Which try of a task this is; after the last one nobody looks at it again. */
export interface Attempt {
  readonly isLast: boolean;
}

/** Joins a handler to its contract; the payload is parsed again, since older processes may have written it. */
export function handleTask<Payload extends z.ZodType>(
  task: TaskContract<Payload>,
  handle: (payload: z.output<Payload>, attempt: Attempt) => Promise<void>,
): TaskHandler {
  return {
    name: task.name,
    handle: async (payload, attempt) => handle(task.payload.parse(payload), attempt),
  };
}

/** A task that runs by the clock (five cron fields, UTC). */
export interface ScheduledTask {
  readonly task: string;
  readonly match: string;
}

const logger = new Logger(() => (level, message) => {
  if (level === 'error') log.error({ queue: true }, message);
  else log.debug({ queue: true }, message);
});

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  const report = (error: Error) => log.warn({ error: error.message }, 'queue connection lost');
  pool.on('error', report);
  pool.on('connect', (connection) => connection.on('error', report));
  return pool;
}

function toTaskList(handlers: readonly TaskHandler[]): TaskList {
  return Object.fromEntries(
    handlers.map(({ name, handle }) => [
      name,
      (payload: unknown, { job }: JobHelpers) =>
        handle(payload, { isLast: job.attempts >= job.max_attempts }),
    ]),
  );
}

/** Creates or upgrades the queue's own tables. Part of `npm run db:migrate`. */
export async function migrateQueue(url: string): Promise<void> {
  const pool = openPool(url, 1);
  try {
    await runMigrations({ pgPool: pool, logger });
  } finally {
    await pool.end();
  }
}

/** Runs what is due now and returns; for tests and the seed. */
export async function drainQueue(handlers: readonly TaskHandler[]): Promise<void> {
  const pool = openPool(env().DATABASE_URL, 4);
  try {
    await runOnce({ pgPool: pool, taskList: toTaskList(handlers), parsedCronItems: [], logger });
    await waitUntilIdle(pool);
  } finally {
    await pool.end();
  }
}

/**
 * Starts taking tasks, and frees those that processes held which are no more. The returned function stops
 * gracefully: it waits for running tasks and for the queue's last writes, which the library does not wait for
 * itself, so that no task stays locked. `onLost` is called when the queue ends by itself: the process should, too.
 */
export async function startQueue(
  handlers: readonly TaskHandler[],
  schedule: readonly ScheduledTask[],
  onLost: (error: Error) => void,
): Promise<() => Promise<void>> {
  const pool = openPool(env().DATABASE_URL, 6);
  const presence = await keepPresence(env().DATABASE_URL);
  const cron: CronItem[] = schedule.map(({ task, match }) => ({
    task,
    match,
    // One key: a run that has not begun is not joined by a second one.
    options: { backfillPeriod: 0, jobKey: task },
  }));
  const runner = await run({
    pgPool: pool,
    taskList: toTaskList(handlers),
    parsedCronItems: parseCronItems(cron),
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    events: presence.events,
    logger,
  });
  let stopping = false;
  runner.promise.then(
    () => stopping || onLost(new Error('the queue ended by itself')),
    (error: Error) => stopping || onLost(error),
  );
  return async () => {
    stopping = true;
    await runner.stop();
    await waitUntilIdle(pool);
    await presence.end();
    await pool.end();
  };
}

async function waitUntilIdle(pool: pg.Pool): Promise<void> {
  const until = Date.now() + 5_000;
  do {
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while ((pool.waitingCount > 0 || pool.idleCount < pool.totalCount) && Date.now() < until);
}
