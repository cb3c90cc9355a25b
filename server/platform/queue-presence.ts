import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { log } from './log.ts';

/*
 * A process that is killed leaves its tasks locked, and the queue itself frees them only after four hours. So each
 * worker holds an advisory lock named after it for as long as its process lives: the database drops the lock with
 * the connection, and whoever can take it knows that the worker is dead.
 */
const space = 20_261_123;
const everyMs = 60_000;

/** The sign of life of this process's workers. */
export interface Presence {
  /** To be handed to the queue: tells when workers come and go. */
  readonly events: WorkerEvents;
  /** Ends the sign of life; only when no task is running any more. */
  end(): Promise<void>;
}

interface Holder {
  readonly url: string;
  readonly workers: Set<string>;
  connection: pg.Client | null;
  ended: boolean;
  /** What is being asked of the connection: one thing after the other. */
  turn: Promise<void>;
}

async function connect(holder: Holder): Promise<void> {
  const connection = new pg.Client({ connectionString: holder.url, keepAlive: true });
  // A broken connection has lost its locks: they are taken again on the next one.
  connection.on('error', (error) => {
    log.warn({ error: error.message }, 'presence connection lost');
    if (holder.connection === connection) holder.connection = null;
  });
  await connection.connect();
  for (const worker of holder.workers) await hold(connection, worker);
  holder.connection = connection;
}

async function hold(connection: pg.Client, worker: string): Promise<void> {
  await connection.query('select pg_advisory_lock_shared($1::int, hashtext($2))', [space, worker]);
}

/** Frees the tasks of workers that are dead; returns how many workers that were. */
async function freeTasksOfTheDead(connection: pg.Client, own: ReadonlySet<string>): Promise<number> {
  // The half minute leaves a new worker time to take its lock.
  const { rows } = await connection.query<{ worker: string }>(
    `select distinct locked_by as worker from graphile_worker.jobs
      where locked_by is not null and locked_at < now() - interval '30 seconds'`,
  );
  let freed = 0;
  for (const { worker } of rows) {
    // A session never waits for itself: its own locks would look free.
    if (own.has(worker)) continue;
    const tried = await connection.query<{ dead: boolean }>(
      'select pg_try_advisory_lock($1::int, hashtext($2)) as dead',
      [space, worker],
    );
    if (!tried.rows[0]?.dead) continue;
    try {
      await connection.query('select graphile_worker.force_unlock_workers($1::text[])', [[worker]]);
      freed += 1;
    } finally {
      await connection.query('select pg_advisory_unlock($1::int, hashtext($2))', [space, worker]);
    }
  }
  return freed;
}

/** Does something after all that was begun before it; its failure is reported and stops nothing after it. */
function inTurn(holder: Holder, work: () => Promise<void>): Promise<void> {
  holder.turn = holder.turn.then(work).catch((error: Error) => {
    log.warn({ error: error.message }, 'presence could not be kept');
  });
  return holder.turn;
}

async function look(holder: Holder): Promise<void> {
  if (holder.ended) return;
  if (!holder.connection) await connect(holder);
  const { connection } = holder;
  const freed = connection ? await freeTasksOfTheDead(connection, holder.workers) : 0;
  if (freed > 0) log.info({ workers: freed }, 'freed the tasks of dead workers');
}

/** Starts the sign of life of this process, and looks once a minute for tasks of dead workers; the first look is done. */
export async function keepPresence(url: string): Promise<Presence> {
  const holder: Holder = { url, workers: new Set(), connection: null, ended: false, turn: Promise.resolve() };
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => {
    holder.workers.add(worker.workerId);
    void inTurn(holder, async () => {
      if (holder.connection) await hold(holder.connection, worker.workerId);
    });
  });
  await look(holder);
  const timer = setInterval(() => inTurn(holder, () => look(holder)), everyMs);
  return {
    events,
    async end() {
      holder.ended = true;
      clearInterval(timer);
      await holder.turn;
      await holder.connection?.end();
    },
  };
}
