import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client.ts';

export { Prisma };

/** What stores query with: the client, or the transaction that is open around them. */
export type Database = Prisma.TransactionClient;

const open = new AsyncLocalStorage<Database>();
const shared = globalThis as typeof globalThis & { assayClient?: PrismaClient };

/** The one client of this process, made at first use so that tests and builds can choose the database first. */
export function client(): PrismaClient {
  if (!shared.assayClient) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error('DATABASE_URL is not set: expected a postgresql:// address.');
    const adapter = new PrismaPg({ connectionString: url, max: 10 });
    // Minimal: the long messages of the client quote the values of a query.
    shared.assayClient = new PrismaClient({ adapter, errorFormat: 'minimal' });
  }
  return shared.assayClient;
}

/** The database for a store: the open transaction if the caller is inside one, else the client. */
export function db(): Database {
  return open.getStore() ?? client();
}

/**
 * Runs `work` in one transaction; every store called inside joins it. Nested calls join the outer one.
 * A deadlock or serialisation failure is tried again twice, so `work` must only touch the database.
 */
export async function runInTransaction<T>(work: () => Promise<T>): Promise<T> {
  if (open.getStore()) return work();
  for (let attempt = 1; ; attempt++) {
    try {
      return await client().$transaction((tx) => open.run(tx, work), { timeout: 15_000, maxWait: 5_000 });
    } catch (error) {
      const again = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034';
      if (!again || attempt === 3) throw error;
    }
  }
}

/** Closes the pool; for the end of a worker, a script or a test. */
export async function closeDatabase(): Promise<void> {
  const current = shared.assayClient;
  delete shared.assayClient;
  await current?.$disconnect();
}

/** True for the violation of a unique key: the caller answers with a conflict instead of a fault. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
