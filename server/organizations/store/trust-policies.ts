import { db, isUniqueViolation } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { TrustPolicy } from '../core/trust-policy.ts';

/** A stored version. */
export interface StoredPolicy {
  version: number;
  policy: TrustPolicy;
  authorId: string | null;
  reason: string;
  restores: number | null;
  at: Date;
}

const shown = { version: true, rules: true, authorId: true, reason: true, restores: true, at: true } as const;

type PolicyRow = Omit<StoredPolicy, 'policy'> & { rules: unknown };

/** The table takes only policies that went through their shape, so what comes back is one. */
function toPolicy({ rules, ...row }: PolicyRow): StoredPolicy {
  return { ...row, policy: rules as TrustPolicy };
}

/** The newest version, which is the one in force; null = none yet. */
export async function findNewestPolicy(organizationId: string): Promise<StoredPolicy | null> {
  const row = await db().trustPolicy.findFirst({
    where: { organizationId },
    orderBy: { version: 'desc' },
    select: shown,
  });
  return row && toPolicy(row);
}

/** One version of the organisation, or null. */
export async function findPolicyVersion(scope: OrgScope, version: number): Promise<StoredPolicy | null> {
  const row = await db().trustPolicy.findUnique({
    where: { organizationId_version: { organizationId: scope.organizationId, version } },
    select: shown,
  });
  return row && toPolicy(row);
}

/** Versions older than `before`, newest first. */
export async function listPolicyVersions(
  scope: OrgScope,
  before: number | null,
  take: number,
): Promise<StoredPolicy[]> {
  const rows = await db().trustPolicy.findMany({
    where: { organizationId: scope.organizationId, ...(before === null ? {} : { version: { lt: before } }) },
    orderBy: { version: 'desc' },
    select: shown,
    take,
  });
  return rows.map(toPolicy);
}

/** Stores a version; false when somebody else has just stored one of this number. */
export async function insertPolicy(scope: OrgScope, stored: StoredPolicy): Promise<boolean> {
  const { policy, ...row } = stored;
  try {
    await db().trustPolicy.create({
      data: { organizationId: scope.organizationId, ...row, rules: policy },
      select: { version: true },
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Names of members' accounts by id, also of those who have left. */
export async function listAuthorNames(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, email: true },
    take: ids.length,
  });
  return new Map(rows.map((row) => [row.id, row.name ?? row.email]));
}
