import { createHash } from 'node:crypto';
import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from './db.ts';
import { env } from './env.ts';
import { AppError } from './errors.ts';
import { log } from './log.ts';

/** How often something may be done: `points` times in `seconds`. */
export interface Rate {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

const shared = globalThis as typeof globalThis & {
  assayRatePool?: pg.Pool;
  assayRates?: Map<string, RateLimiterPostgres>;
};

function limiterOf(rate: Rate): RateLimiterPostgres {
  shared.assayRates ??= new Map();
  const known = shared.assayRates.get(rate.name);
  if (known) return known;
  if (!shared.assayRatePool) {
    shared.assayRatePool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: 2,
      allowExitOnIdle: true,
    });
    shared.assayRatePool.on('error', (error) =>
      log.warn({ error: error.message }, 'rate limit connection lost'),
    );
  }
  const limiter = new RateLimiterPostgres({
    storeClient: shared.assayRatePool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: rate.name,
    points: rate.points,
    duration: rate.seconds,
    clearExpiredByTimeout: false,
  });
  shared.assayRates.set(rate.name, limiter);
  return limiter;
}

/**
 * Takes one point of `who`, counted in the database so that all processes share it. Throws `rate.exceeded` with
 * the time to wait when there is none left. `who` is an address or an id of any length; only its hash is kept, and
 * that until the window has ended (`forgetEndedRates`).
 */
export async function takePoint(rate: Rate, who: string): Promise<void> {
  try {
    await limiterOf(rate).consume(createHash('sha256').update(who).digest('base64url'));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
    throw new AppError(
      'rate.exceeded',
      'too-many',
      'That was often in a short time.',
      `Try again in ${wait}.`,
      { seconds },
    );
  }
}

/** Removes counters whose window has ended; returns how many. For the worker's housekeeping. */
export function forgetEndedRates(now: Date): Promise<number> {
  return db().$executeRaw`delete from rate_limit where expire < ${now.getTime()}::bigint`;
}

/** Ends the connections of the limits; for the end of a process or a test. */
export async function endRateLimits(): Promise<void> {
  const pool = shared.assayRatePool;
  delete shared.assayRatePool;
  delete shared.assayRates;
  await pool?.end();
}
