import { db, type Prisma } from '#server/platform/db.ts';
import type { Stage } from '../core/pipeline.ts';
import type { HireReceipt, Receipt } from '../schemas.ts';

/** A change of stage to store. */
export interface StageChangeRow {
  candidateId: string;
  applicationId: string;
  fromStage: Stage | null;
  toStage: Stage;
  actorId: string | null;
  reason?: string | null;
  /** Of a decline, or of a hire. */
  receipt?: Receipt | HireReceipt;
  at: Date;
}

const shown = {
  id: true,
  candidateId: true,
  applicationId: true,
  fromStage: true,
  toStage: true,
  actorId: true,
  reason: true,
  receipt: true,
  at: true,
  undoneAt: true,
} as const;

/** Appends changes of stage. */
export async function insertStageChanges(rows: readonly StageChangeRow[]): Promise<void> {
  await db().stageChange.createMany({
    data: rows.map(({ receipt, ...row }) => ({
      ...row,
      ...(receipt ? { receipt: receipt as Prisma.InputJsonObject } : {}),
    })),
  });
}

/** Changes of some applications of one or several candidates, oldest first. */
export function listStageChanges(applications: readonly { candidateId: string; id: string }[]) {
  return db().stageChange.findMany({
    where: {
      candidateId: { in: [...new Set(applications.map((each) => each.candidateId))] },
      applicationId: { in: applications.map((each) => each.id) },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: shown,
    take: 5_000,
  });
}

/** The change of some applications that happened last, or null. */
export async function findLatestChange(applications: readonly { candidateId: string; id: string }[]) {
  return db().stageChange.findFirst({
    where: {
      candidateId: { in: applications.map((each) => each.candidateId) },
      applicationId: { in: applications.map((each) => each.id) },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: shown,
  });
}

export type StoredStageChange = Awaited<ReturnType<typeof listStageChanges>>[number];

/** Marks changes as taken back; returns how many were not already. */
export async function markUndone(
  changes: readonly { candidateId: string; id: string }[],
  undoneAt: Date,
): Promise<number> {
  const { count } = await db().stageChange.updateMany({
    where: {
      candidateId: { in: changes.map((change) => change.candidateId) },
      id: { in: changes.map((change) => change.id) },
      undoneAt: null,
    },
    data: { undoneAt },
  });
  return count;
}

/** Names of the accounts that acted, for the log. Deleted accounts are left out. */
export async function listActorNames(accountIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().user.findMany({
    where: { id: { in: [...new Set(accountIds)] } },
    select: { id: true, name: true },
    take: 200,
  });
  return new Map(rows.flatMap((row) => (row.name ? [[row.id, row.name] as const] : [])));
}
