import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

const shown = {
  id: true,
  state: true,
  requestedAt: true,
  readyAt: true,
  expiresAt: true,
  size: true,
} as const;

/** The candidate's exports that have not been removed, newest first. */
export function listStoredExports(scope: CandidateScope) {
  return db().dataExport.findMany({
    where: { candidateId: scope.candidateId },
    orderBy: { id: 'desc' },
    select: shown,
    take: 10,
  });
}

/** Notes an export that is to be made; returns its id. */
export async function insertExport(
  scope: CandidateScope,
  requestedAt: Date,
  expiresAt: Date,
): Promise<string> {
  const row = await db().dataExport.create({
    data: { candidateId: scope.candidateId, requestedAt, expiresAt },
    select: { id: true },
  });
  return row.id;
}

/** One export of the candidate with its key in the storage, or null. */
export function findExport(scope: CandidateScope, id: string) {
  return db().dataExport.findUnique({
    where: { candidateId_id: { candidateId: scope.candidateId, id } },
    select: { ...shown, storageKey: true },
  });
}

/** Ends the waiting of an export; false when it does not wait any more. */
export async function settleExport(
  scope: CandidateScope,
  id: string,
  outcome: { readyAt: Date; storageKey: string; size: number } | 'failed',
): Promise<boolean> {
  const { count } = await db().dataExport.updateMany({
    where: { candidateId: scope.candidateId, id, state: 'waiting' },
    data: outcome === 'failed' ? { state: 'failed' } : { state: 'ready', ...outcome },
  });
  return count === 1;
}

/** Exports whose time is over. For the worker only. */
export function listExpiredExports(now: Date, take: number) {
  return db().dataExport.findMany({
    where: { expiresAt: { lte: now } },
    select: { candidateId: true, id: true, storageKey: true },
    orderBy: { expiresAt: 'asc' },
    take,
  });
}

/** Forgets an export. */
export async function deleteExport(scope: CandidateScope, id: string): Promise<void> {
  await db().dataExport.deleteMany({ where: { candidateId: scope.candidateId, id } });
}
