import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { enqueue } from '#server/platform/queue.ts';
import { drainQueue, handleTask, startQueue, type TaskHandler } from '#server/platform/queue-runner.ts';
import { defineTask } from '#server/platform/task.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { databaseUrl, query } from '#tests/support/database.ts';

const work = defineTask('tests.work', z.object({ n: z.int() }));
const soon = { timeout: 10_000, interval: 20 };

function collect() {
  const seen: { n: number; isLast: boolean }[] = [];
  const handler = handleTask(work, async ({ n }, { isLast }) => {
    seen.push({ n, isLast });
  });
  return { seen, handlers: [handler] };
}

const start = (handlers: readonly TaskHandler[]) =>
  startQueue(handlers, [], (error) => {
    throw error;
  });

/** A task that a worker took a while ago and never finished. */
async function leaveLocked(n: number, worker: string): Promise<void> {
  await enqueue(work, { n }, { key: `locked-${n}` });
  await query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute', attempts = 1
      where key = $2`,
    [worker, `locked-${n}`],
  );
}

describe('the queue', () => {
  it('runs a task only if what enqueued it was committed', async () => {
    const { seen, handlers } = collect();
    await inTransaction(() => enqueue(work, { n: 1 }));
    await inTransaction(async () => {
      await enqueue(work, { n: 2 });
      throw new Error('taken back');
    }).catch(() => {});
    await drainQueue(handlers);
    expect(seen).toEqual([{ n: 1, isLast: false }]);
  });

  it('keeps one of several tasks with one key', async () => {
    const { seen, handlers } = collect();
    for (const n of [1, 2, 3]) await enqueue(work, { n }, { key: 'same' });
    await drainQueue(handlers);
    expect(seen).toEqual([{ n: 3, isLast: false }]);
  });

  it('says which try is the last, and lets a task that always fails rest', async () => {
    const tries: boolean[] = [];
    const failing = handleTask(work, async (_payload, { isLast }) => {
      tries.push(isLast);
      throw new Error('always');
    });
    await enqueue(work, { n: 1 }, { maxAttempts: 2, key: 'failing' });
    await drainQueue([failing]);
    await query(`update graphile_worker._private_jobs set run_at = now() where key = 'failing'`);
    await drainQueue([failing]);
    await query(`update graphile_worker._private_jobs set run_at = now() where key = 'failing'`);
    await drainQueue([failing]);
    expect(tries).toEqual([false, true]);
    await query(`delete from graphile_worker._private_jobs where key = 'failing'`);
  });

  it('refuses a payload that is not what the contract says', async () => {
    await expect(enqueue(work, { n: 'x' } as never)).rejects.toThrow();
  });
});

describe('a worker', () => {
  it('finishes what it began before it stops, and leaves nothing locked', async () => {
    let begun = false;
    let finish = () => {};
    const slow = handleTask(work, () => {
      begun = true;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    const stop = await start([slow]);
    await enqueue(work, { n: 1 });
    await vi.waitFor(() => expect(begun).toBe(true), soon);
    const stopped = stop();
    finish();
    await stopped;
    expect(await query('select 1 from graphile_worker.jobs')).toEqual([]);
  });

  it('takes over the tasks of a worker that was killed', async () => {
    await leaveLocked(7, 'worker-dead');
    const { seen, handlers } = collect();
    const stop = await start(handlers);
    await vi.waitFor(() => expect(seen).toEqual([{ n: 7, isLast: false }]), soon);
    await stop();
  });

  it('lets be what another worker is still at', async () => {
    const alive = await start([]);
    await vi.waitFor(async () => {
      const locks = await query(`select 1 from pg_locks where locktype = 'advisory' and objsubid = 2`);
      expect(locks.length).toBeGreaterThan(0);
    }, soon);
    // A worker's name cannot be asked for, so one is played that holds its lock as workers do.
    const other = new pg.Client({ connectionString: databaseUrl });
    await other.connect();
    await other.query(`select pg_advisory_lock_shared(20261123, hashtext('worker-alive'))`);
    await leaveLocked(8, 'worker-alive');
    const { seen, handlers } = collect();
    const stop = await start(handlers);
    await enqueue(work, { n: 9 });
    await vi.waitFor(() => expect(seen).toEqual([{ n: 9, isLast: false }]), soon);
    expect(await query('select locked_by from graphile_worker.jobs')).toEqual([
      { locked_by: 'worker-alive' },
    ]);
    await stop();
    await other.end();
    const again = await start(handlers);
    await vi.waitFor(() => expect(seen).toContainEqual({ n: 8, isLast: false }), soon);
    await again();
    await alive();
  });
});
