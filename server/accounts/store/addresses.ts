import { db, isUniqueViolation } from '#server/platform/db.ts';
import type { AccountScope } from '#server/platform/scope.ts';

const shown = { id: true, address: true, normalized: true, confirmedAt: true } as const;

/** A stored address. */
export interface StoredAddress {
  id: string;
  address: string;
  normalized: string;
  confirmedAt: Date | null;
}

/** The person's addresses, oldest first. */
export function listAddresses(scope: AccountScope): Promise<StoredAddress[]> {
  return db().emailAddress.findMany({
    where: { userId: scope.accountId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: shown,
    take: 50,
  });
}

/** Adds an unconfirmed address, or renews the token of one that is there. */
export async function putAddress(
  scope: AccountScope,
  address: { address: string; normalized: string; tokenHash: string; tokenExpiresAt: Date },
): Promise<void> {
  const { normalized, ...rest } = address;
  await db().emailAddress.upsert({
    where: { userId_normalized: { userId: scope.accountId, normalized } },
    create: { userId: scope.accountId, normalized, ...rest },
    update: rest,
  });
}

/**
 * Marks an address as confirmed without a token: the sign-in itself was the proof. False when another account has
 * confirmed it in the meantime.
 */
export async function putConfirmedAddress(
  scope: AccountScope,
  address: { address: string; normalized: string; confirmedAt: Date },
): Promise<boolean> {
  const { normalized, confirmedAt } = address;
  return unlessTaken(() =>
    db().emailAddress.upsert({
      where: { userId_normalized: { userId: scope.accountId, normalized } },
      create: { userId: scope.accountId, ...address },
      update: { confirmedAt, tokenHash: null, tokenExpiresAt: null },
    }),
  );
}

/** Two accounts may confirm one address at the same moment; the index lets one through. */
async function unlessTaken(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** The account that confirmed this address, if any. */
export async function findConfirmedOwner(normalized: string): Promise<string | null> {
  const row = await db().emailAddress.findFirst({
    where: { normalized, confirmedAt: { not: null } },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/** The unconfirmed address behind an unexpired token. */
export function findByToken(tokenHash: string, now: Date) {
  return db().emailAddress.findFirst({
    where: { tokenHash, tokenExpiresAt: { gt: now } },
    select: { id: true, userId: true, address: true, normalized: true },
  });
}

/** Uses a token up: the address is confirmed from `now` on. False when another account confirmed it just now. */
export async function confirmStoredAddress(id: string, now: Date): Promise<boolean> {
  return unlessTaken(() =>
    db().emailAddress.updateMany({
      where: { id },
      data: { confirmedAt: now, tokenHash: null, tokenExpiresAt: null },
    }),
  );
}

/** Removes one of the person's addresses; false when it is not there. */
export async function removeStoredAddress(scope: AccountScope, id: string): Promise<boolean> {
  const { count } = await db().emailAddress.deleteMany({ where: { id, userId: scope.accountId } });
  return count > 0;
}
