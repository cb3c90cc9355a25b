import type { z } from 'zod';
import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import { type CandidateScope, candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { dataExportOutput } from './schemas.ts';
import {
  deleteExport,
  findExport,
  insertExport,
  listExpiredExports,
  listStoredExports,
} from './store/exports.ts';
import { buildExportTask } from './tasks.ts';

/** How long an archive can be fetched. */
const lifetime = 7 * 86_400_000;

type DataExport = z.output<typeof dataExportOutput>;

/** The candidate's exports, newest first; those whose time is over are left out. */
export async function listExports(scope: CandidateScope, now: Date): Promise<DataExport[]> {
  const rows = await listStoredExports(scope);
  return rows
    .filter(({ expiresAt }) => expiresAt > now)
    .map((row) => ({ ...row, state: row.state as DataExport['state'] }));
}

/**
 * Asks the worker for an archive of everything the candidate keeps here (features C30; GDPR articles 15 and 20).
 * While one is being made, it is the answer. Returns its id.
 */
export function requestExport(scope: CandidateScope, now: Date): Promise<{ id: string }> {
  return inTransaction(async () => {
    const waiting = (await listExports(scope, now)).find(({ state }) => state === 'waiting');
    if (waiting) return { id: waiting.id };
    const id = await insertExport(scope, now, new Date(now.getTime() + lifetime));
    await enqueue(buildExportTask, { candidateId: scope.candidateId, exportId: id }, { maxAttempts: 4 });
    return { id };
  });
}

/** The archive of a finished export, as a stream. Errors: `export.unknown`. */
export async function openExport(scope: CandidateScope, id: string, now: Date) {
  const found = await findExport(scope, id);
  if (!found?.storageKey || found.expiresAt <= now)
    throw new AppError(
      'export.unknown',
      'not-found',
      'There is no such export, or its time is over.',
      'Ask for a new one in your profile.',
    );
  return { ...(await files().open(found.storageKey)), requestedAt: found.requestedAt };
}

/** Removes archives whose time is over; returns how many. */
export async function removeExpiredExports(now: Date): Promise<number> {
  const over = await listExpiredExports(now, 500);
  for (const { candidateId, id, storageKey } of over) {
    if (storageKey !== null) await files().remove(storageKey);
    await deleteExport(candidateScope(candidateId), id);
  }
  return over.length;
}
