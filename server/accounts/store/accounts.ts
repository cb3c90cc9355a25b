import { db } from '#server/platform/db.ts';
import type { AccountScope } from '#server/platform/scope.ts';

/** The account that confirmed an address as one of its own, as the sign-in library reads accounts; null if none. */
export async function findAccountByConfirmed(normalized: string) {
  const row = await db().emailAddress.findFirst({
    where: { normalized, confirmedAt: { not: null } },
    select: { user: true },
  });
  return row?.user ?? null;
}

/** Name and sign-in address of the person. */
export function findAccount(scope: AccountScope) {
  return db().user.findUnique({
    where: { id: scope.accountId },
    select: { id: true, name: true, email: true, isDemo: true },
  });
}

/** Ends every session of the person; returns how many there were. */
export async function deleteSessions(scope: AccountScope): Promise<number> {
  const { count } = await db().session.deleteMany({ where: { userId: scope.accountId } });
  return count;
}

/**
 * Removes sessions, sign-in tokens and challenges that are over; the tokens carry an address. Returns how many there
 * were.
 */
export async function deleteExpired(
  now: Date,
): Promise<{ sessions: number; tokens: number; challenges: number }> {
  const where = { expires: { lt: now } };
  const sessions = await db().session.deleteMany({ where });
  const tokens = await db().verificationToken.deleteMany({ where });
  const challenges = await db().didChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  return { sessions: sessions.count, tokens: tokens.count, challenges: challenges.count };
}

/** The one-click people of the demo, by name. */
export function listDemoAccounts(take: number) {
  return db().user.findMany({
    where: { isDemo: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, email: true },
    take,
  });
}

/** True when the account is a one-click person of the demo. */
export async function isDemoAccount(accountId: string): Promise<boolean> {
  return (await db().user.count({ where: { id: accountId, isDemo: true } })) === 1;
}

/** Creates a person of the demo world. */
export async function createDemoAccount(person: {
  name: string;
  email: string;
  isDemo: boolean;
}): Promise<string> {
  const row = await db().user.create({
    data: { ...person, emailVerified: new Date() },
    select: { id: true },
  });
  return row.id;
}
