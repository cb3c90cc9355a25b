import { db, isUniqueViolation } from '#server/platform/db.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import type { AccountScope, OrgScope } from '#server/platform/scope.ts';

const shown = { id: true, slug: true, name: true, website: true, answerDays: true, timeZone: true } as const;

const withZone = <Row extends { timeZone: string | null }>(row: Row) => ({
  ...row,
  zone: row.timeZone ?? env().TIME_ZONE,
});

/** The zone by whose clocks an organisation tells people: its own, or that of the installation. */
export async function findZone(organizationId: string): Promise<string> {
  const row = await db().organization.findUnique({
    where: { id: organizationId },
    select: { timeZone: true },
  });
  return row?.timeZone ?? env().TIME_ZONE;
}

/** The person's membership in the organisation behind a slug, or null: also when it does not exist. */
export async function findMembership(scope: AccountScope, slug: string) {
  const row = await db().member.findFirst({
    where: { userId: scope.accountId, organization: { slug } },
    select: { role: true, organization: { select: shown } },
  });
  return row && { ...withZone(row.organization), role: row.role };
}

/** The organisations the person is a member of, by name. */
export async function listMemberships(scope: AccountScope) {
  const rows = await db().member.findMany({
    where: { userId: scope.accountId },
    orderBy: [{ organization: { name: 'asc' } }, { organizationId: 'asc' }],
    select: { role: true, organization: { select: shown } },
    take: 50,
  });
  return rows.map((row) => ({ ...withZone(row.organization), role: row.role }));
}

/** Stores an organisation with its first member, the owner. Errors: `organization.slug_taken`. */
export async function insertOrganization(
  scope: AccountScope,
  organization: {
    name: string;
    slug: string;
    website: string | null;
    answerDays: number | null;
    timeZone: string | null;
  },
) {
  try {
    const row = await db().organization.create({
      data: { ...organization, members: { create: { userId: scope.accountId, role: 'owner' } } },
      select: shown,
    });
    return { ...withZone(row), role: 'owner' };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError(
      'organization.slug_taken',
      'conflict',
      'This address is taken.',
      'Choose another one.',
      { field: 'slug' },
    );
  }
}

/** Adds a member to an organisation. */
export async function insertMember(organizationId: string, accountId: string, role: string): Promise<void> {
  await db().member.create({ data: { organizationId, userId: accountId, role } });
}

/** How many members of the organisation have one of these roles. */
export function countMembers(scope: OrgScope, roles: readonly string[]): Promise<number> {
  return db().member.count({ where: { organizationId: scope.organizationId, role: { in: [...roles] } } });
}
