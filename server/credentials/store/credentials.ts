import { db, isUniqueViolation, Prisma } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

const shown = {
  id: true,
  digest: true,
  format: true,
  container: true,
  kind: true,
  title: true,
  issuerId: true,
  issuedAt: true,
  validFrom: true,
  validUntil: true,
  view: true,
  anchor: true,
  originalKey: true,
  refreshedKey: true,
  refreshedAt: true,
  originalName: true,
  originalSize: true,
  mediaType: true,
  sourceUrl: true,
  receivedAt: true,
  verdict: true,
  decidingCode: true,
  decidingDetail: true,
  decidingSource: true,
  bound: true,
  tier: true,
  tierRule: true,
  checkedAt: true,
  verdictSince: true,
  nextCheckAt: true,
  lastGoodAt: true,
  unreachableSince: true,
  statuses: { select: { list: { select: { state: true, lastGoodAt: true } } } },
  publicLink: true,
  onProfile: true,
  issuer: { select: { id: true, claimedName: true, registryName: true, registry: true, homepage: true } },
  evidence: {
    select: {
      skillKey: true,
      level: true,
      standing: true,
      origin: true,
      skill: { select: { label: true, id: true } },
    },
    orderBy: { skillKey: 'asc' },
  },
  proposals: {
    where: { state: { not: 'dismissed' } },
    select: {
      skillKey: true,
      source: true,
      words: true,
      confidence: true,
      level: true,
      namedByIssuer: true,
      state: true,
      skill: { select: { label: true, id: true } },
    },
    orderBy: [{ confidence: 'desc' }, { skillKey: 'asc' }],
    take: 20,
  },
} as const satisfies Prisma.CredentialSelect;

/** A stored credential with its issuer, evidence and open proposals. */
export type StoredCredential = Prisma.CredentialGetPayload<{ select: typeof shown }>;

/** The candidate's credentials, newest first, at most 500. */
export function listCredentials(scope: CandidateScope): Promise<StoredCredential[]> {
  return db().credential.findMany({
    where: { candidateId: scope.candidateId },
    orderBy: { id: 'desc' },
    select: shown,
    take: 500,
  });
}

/** One credential of the candidate, or null. */
export function findCredential(scope: CandidateScope, id: string): Promise<StoredCredential | null> {
  return db().credential.findUnique({
    where: { candidateId_id: { candidateId: scope.candidateId, id } },
    select: shown,
  });
}

/** The credentials inside one of the candidate's, as `recordReport` stored them; null when it is not there. */
export async function findParts(scope: CandidateScope, id: string): Promise<unknown> {
  const row = await db().credential.findUnique({
    where: { candidateId_id: { candidateId: scope.candidateId, id } },
    select: { parts: true },
  });
  return row?.parts ?? null;
}

/** The candidate's credentials among `ids`, in no order. */
export function findCredentials(scope: CandidateScope, ids: readonly string[]): Promise<StoredCredential[]> {
  return db().credential.findMany({
    where: { candidateId: scope.candidateId, id: { in: [...ids] } },
    select: shown,
    take: 500,
  });
}

/** The credential with this digest, if the candidate has it already. */
export function findByDigest(scope: CandidateScope, digest: string) {
  return db().credential.findUnique({
    where: { candidateId_digest: { candidateId: scope.candidateId, digest } },
    select: { id: true },
  });
}

/** True when a write failed because the candidate has a credential with this digest already. */
export function isTakenDigest(error: unknown): boolean {
  return isUniqueViolation(error);
}

/** What a verification writes to the credential itself. */
export interface CredentialState {
  format: string;
  container: string;
  kind: string;
  title: string;
  issuerId: string | null;
  issuedAt: Date | null;
  validFrom: Date | null;
  validUntil: Date | null;
  view: Prisma.InputJsonObject;
  parts: Prisma.InputJsonArray;
  /** Set with the issuer's newer copy, when there is one; left out, what is known of one stays. */
  refreshedKey?: string;
  refreshedAt?: Date;
  anchor: Prisma.InputJsonObject | null;
  verdict: string;
  decidingCode: string | null;
  decidingDetail: string | null;
  decidingSource: string | null;
  bound: string;
  tier: number;
  tierRule: string;
  checkedAt: Date;
  verdictSince: Date;
  nextCheckAt: Date;
  lastGoodAt: Date | null;
  unreachableSince: Date | null;
  statusLists: string[];
}

/** What is known of the bytes as they came. */
export interface Original {
  digest: string;
  originalKey: string;
  originalName: string;
  originalSize: number;
  mediaType: string;
  sourceUrl: string | null;
}

/** No anchor is NULL, and not the JSON value of that name. */
function rowOf<State extends Pick<CredentialState, 'anchor'>>(state: State) {
  return { ...state, anchor: state.anchor ?? Prisma.DbNull };
}

/** Stores a credential seen for the first time; returns its id. */
export async function insertCredential(
  scope: CandidateScope,
  original: Original,
  state: CredentialState,
): Promise<string> {
  const row = await db().credential.create({
    data: { candidateId: scope.candidateId, ...original, ...rowOf(state) },
    select: { id: true },
  });
  return row.id;
}

/** Writes a later verification, or the part of it that is known. False when the credential was removed meanwhile. */
export async function updateCredential(
  scope: CandidateScope,
  id: string,
  state: Partial<CredentialState> & Pick<CredentialState, 'anchor'>,
): Promise<boolean> {
  const { count } = await db().credential.updateMany({
    where: { candidateId: scope.candidateId, id },
    data: rowOf(state),
  });
  return count > 0;
}

/** Postpones the next look at a credential, for a check that could not run. */
export async function postponeCheck(scope: CandidateScope, id: string, nextCheckAt: Date): Promise<void> {
  await db().credential.updateMany({ where: { candidateId: scope.candidateId, id }, data: { nextCheckAt } });
}

/** Removes a credential with its runs, evidence and grants; returns the keys of its files, or null. */
export async function deleteCredential(scope: CandidateScope, id: string): Promise<string[] | null> {
  const where = { candidateId_id: { candidateId: scope.candidateId, id } };
  const select = { originalKey: true, refreshedKey: true };
  const row = await db().credential.findUnique({ where, select });
  if (!row) return null;
  await db().credential.delete({ where });
  return [row.originalKey, row.refreshedKey].filter((key) => key !== null);
}

/** Changes who may see the proof page, or whether the public page shows it. False when the credential is not there. */
export async function setSharing(
  scope: CandidateScope,
  id: string,
  change: { publicLink?: boolean; onProfile?: boolean },
): Promise<boolean> {
  const { count } = await db().credential.updateMany({
    where: { candidateId: scope.candidateId, id },
    data: change,
  });
  return count > 0;
}

const onPage = (scope: CandidateScope) => ({
  candidateId: scope.candidateId,
  publicLink: true,
  onProfile: true,
});

/** How many credentials the candidate's public page shows. */
export function countShown(scope: CandidateScope): Promise<number> {
  return db().credential.count({ where: onPage(scope) });
}

/** What the candidate's public page shows, newest first. */
export function listShown(scope: CandidateScope, take: number): Promise<StoredCredential[]> {
  return db().credential.findMany({ where: onPage(scope), orderBy: { id: 'desc' }, select: shown, take });
}

/** The candidate's credentials, those that are shared first, then newest first; at most 200. */
export function listShared(scope: CandidateScope): Promise<StoredCredential[]> {
  return db().credential.findMany({
    where: { candidateId: scope.candidateId },
    orderBy: [{ onProfile: 'desc' }, { publicLink: 'desc' }, { id: 'desc' }],
    select: shown,
    take: 200,
  });
}

/** Ids of all credentials of a candidate, for a look at all of them. */
export async function listCredentialIds(scope: CandidateScope): Promise<string[]> {
  const rows = await db().credential.findMany({
    where: { candidateId: scope.candidateId },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 500,
  });
  return rows.map((row) => row.id);
}

/** A credential whose next look is due. */
export interface DueCheck {
  candidateId: string;
  id: string;
  nextCheckAt: Date;
}

/** Takes a due look for this worker until `until`; false when another worker has it, or it is gone. */
export async function claimCheck(scope: CandidateScope, due: DueCheck, until: Date): Promise<boolean> {
  const { count } = await db().credential.updateMany({
    where: { candidateId: scope.candidateId, id: due.id, nextCheckAt: due.nextCheckAt },
    data: { nextCheckAt: until },
  });
  return count > 0;
}

/** True when a credential of the candidate stands on this file. */
export async function isOriginalInUse(scope: CandidateScope, originalKey: string): Promise<boolean> {
  return (await db().credential.count({ where: { candidateId: scope.candidateId, originalKey } })) > 0;
}

/** Credentials of anybody whose next look is due, those waiting longest first. For the worker only. */
export function listDue(now: Date, take: number): Promise<DueCheck[]> {
  return db().credential.findMany({
    where: { nextCheckAt: { lte: now } },
    orderBy: [{ nextCheckAt: 'asc' }, { id: 'asc' }],
    select: { candidateId: true, id: true, nextCheckAt: true },
    take,
  });
}

/** The candidate's credentials by what their title holds, newest first. */
export function findByTitle(scope: CandidateScope, words: string, most: number) {
  return db().credential.findMany({
    where: { candidateId: scope.candidateId, title: { contains: words, mode: 'insensitive' } },
    orderBy: { id: 'desc' },
    select: { id: true, title: true, issuer: { select: { registryName: true, claimedName: true } } },
    take: most,
  });
}
