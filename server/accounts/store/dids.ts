import { db, isUniqueViolation } from '#server/platform/db.ts';
import type { AccountScope } from '#server/platform/scope.ts';

/** The DIDs that the person proved to control, oldest first. */
export function listProvenDids(scope: AccountScope): Promise<{ did: string; provenAt: Date }[]> {
  return db().provenDid.findMany({
    where: { userId: scope.accountId },
    orderBy: [{ provenAt: 'asc' }, { did: 'asc' }],
    select: { did: true, provenAt: true },
    take: 50,
  });
}

/** The account that a DID belongs to, if any. */
export async function findDidOwner(did: string): Promise<string | null> {
  const row = await db().provenDid.findUnique({ where: { did }, select: { userId: true } });
  return row?.userId ?? null;
}

/** Adds a DID to a person; false when another account proved it in this very moment. */
export async function insertProvenDid(scope: AccountScope, did: string, provenAt: Date): Promise<boolean> {
  try {
    await db().provenDid.create({ data: { userId: scope.accountId, did, provenAt } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Takes a DID from a person; false when it is not there. */
export async function deleteProvenDid(scope: AccountScope, did: string): Promise<boolean> {
  const { count } = await db().provenDid.deleteMany({ where: { userId: scope.accountId, did } });
  return count > 0;
}

/** Keeps a challenge of the person until it is used or over. */
export async function insertDidChallenge(
  scope: AccountScope,
  challenge: string,
  expiresAt: Date,
): Promise<void> {
  await db().didChallenge.create({ data: { userId: scope.accountId, challenge, expiresAt } });
}

/** Uses a challenge up: true once, and only for the person it was made for, before it is over. */
export async function takeDidChallenge(scope: AccountScope, challenge: string, now: Date): Promise<boolean> {
  const { count } = await db().didChallenge.deleteMany({
    where: { challenge, userId: scope.accountId, expiresAt: { gt: now } },
  });
  return count > 0;
}
