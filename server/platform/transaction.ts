import { closeDatabase, runInTransaction } from './db.ts';

/**
 * Runs `work` in one database transaction; every store function called inside joins it.
 * Use cases use this instead of the client, which only stores may see.
 */
export function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  return runInTransaction(work);
}

/** Ends this process's database connections. */
export function endDatabase(): Promise<void> {
  return closeDatabase();
}
