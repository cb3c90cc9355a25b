import { db, type Prisma } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** Where an item of an import stands. */
export type ImportState = 'received' | 'reading' | 'checking' | 'reading-skills' | 'done' | 'refused';

const shown = {
  id: true,
  source: true,
  name: true,
  size: true,
  mediaType: true,
  url: true,
  originalKey: true,
  state: true,
  code: true,
  details: true,
  credentialId: true,
  duplicate: true,
  createdAt: true,
  finishedAt: true,
} as const satisfies Prisma.ImportItemSelect;

/** A stored item of an import. */
export type StoredImportItem = Prisma.ImportItemGetPayload<{ select: typeof shown }>;

/** An item to be stored: received, or refused already. */
export type NewImportItem = {
  source: string;
  name: string;
  size: number;
  mediaType: string;
  originalKey: string | null;
  url: string | null;
  refusal?: { code: string; details: Prisma.InputJsonObject; at: Date };
};

/** Stores an item and returns its id. */
export async function insertImportItem(
  scope: CandidateScope,
  { refusal, ...item }: NewImportItem,
): Promise<string> {
  const { code, details, at } = refusal ?? {};
  const end = code && details ? { state: 'refused', code, details, finishedAt: at ?? null } : {};
  const row = await db().importItem.create({
    data: { candidateId: scope.candidateId, ...item, ...end },
    select: { id: true },
  });
  return row.id;
}

/** One item, or null. */
export function findImportItem(scope: CandidateScope, id: string): Promise<StoredImportItem | null> {
  return db().importItem.findUnique({
    where: { candidateId_id: { candidateId: scope.candidateId, id } },
    select: shown,
  });
}

/** The items that were not dismissed, newest first, at most 100. */
export function listImportItems(scope: CandidateScope): Promise<StoredImportItem[]> {
  return db().importItem.findMany({
    where: { candidateId: scope.candidateId, dismissed: false },
    orderBy: { id: 'desc' },
    select: shown,
    take: 100,
  });
}

/** How many items received since a time are neither done nor refused. */
export function countOpenItems(scope: CandidateScope, since: Date): Promise<number> {
  return db().importItem.count({
    where: { candidateId: scope.candidateId, finishedAt: null, createdAt: { gte: since } },
  });
}

/** Moves an item on. */
export async function updateImportItem(
  scope: CandidateScope,
  id: string,
  change: {
    state: ImportState;
    code?: string | null;
    details?: Prisma.InputJsonObject;
    credentialId?: string;
    duplicate?: boolean;
    finishedAt?: Date;
    originalKey?: string;
    size?: number;
    mediaType?: string;
  },
): Promise<void> {
  await db().importItem.updateMany({ where: { candidateId: scope.candidateId, id }, data: change });
}

/** Hides items that are finished, or were received before `lost` and never will be; one, or all of them. */
export async function hideItems(scope: CandidateScope, id: string | null, lost: Date): Promise<void> {
  await db().importItem.updateMany({
    where: {
      candidateId: scope.candidateId,
      OR: [{ finishedAt: { not: null } }, { createdAt: { lt: lost } }],
      ...(id ? { id } : {}),
    },
    data: { dismissed: true },
  });
}
