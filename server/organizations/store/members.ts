import { db } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { Role } from '../core/permissions.ts';

/** Members of an organisation shown at most; there are no more pages. */
export const mostMembers = 200;

/** A member with the address they sign in with. */
export interface StoredMember {
  accountId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
}

/** The members, those who came first on top. */
export async function listMembers(scope: OrgScope): Promise<StoredMember[]> {
  const rows = await db().member.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
    take: mostMembers,
  });
  return rows.map(({ userId, role, createdAt, user }) => ({
    accountId: userId,
    name: user.name ?? user.email,
    email: user.email,
    role: role as Role,
    since: createdAt,
  }));
}

/**
 * Holds the organisation's list of owners until the transaction ends, and returns it: two owners who go at the same
 * moment then go one after the other, and the second is seen to be the last.
 */
export async function lockOwners(scope: OrgScope): Promise<string[]> {
  const rows = await db().$queryRaw<{ accountId: string }[]>`
    select account_id as "accountId" from member
     where organization_id = ${scope.organizationId}::uuid and role = 'owner'
     order by account_id for update`;
  return rows.map((row) => row.accountId);
}

/** The role of a member, or null. */
export async function findRole(scope: OrgScope, accountId: string): Promise<Role | null> {
  const row = await db().member.findUnique({
    where: { organizationId_userId: { organizationId: scope.organizationId, userId: accountId } },
    select: { role: true },
  });
  return row && (row.role as Role);
}

/** Gives a member another role. */
export async function updateRole(scope: OrgScope, accountId: string, role: Role): Promise<void> {
  await db().member.updateMany({
    where: { organizationId: scope.organizationId, userId: accountId },
    data: { role },
  });
}

/** Takes a member out; what they did stays in the log. */
export async function deleteMember(scope: OrgScope, accountId: string): Promise<void> {
  await db().member.deleteMany({ where: { organizationId: scope.organizationId, userId: accountId } });
}

/** What owners may change of their organisation. */
interface Facts {
  name: string;
  website: string | null;
  answerDays: number | null;
  timeZone: string | null;
}

/** Changes the facts if they are still as they were seen; false otherwise. */
export async function updateFacts(scope: OrgScope, facts: Facts, seen: Facts): Promise<boolean> {
  const { count } = await db().organization.updateMany({
    where: { id: scope.organizationId, ...seen },
    data: facts,
  });
  return count > 0;
}
