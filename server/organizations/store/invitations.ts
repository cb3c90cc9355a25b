import { db } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';

const shown = { id: true, address: true, normalized: true, role: true, expiresAt: true } as const;

/** The organisation's open and expired invitations, newest first. */
export function listInvitations(scope: OrgScope) {
  return db().invitation.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: shown,
    take: 200,
  });
}

/** Stores an invitation; one to the same address is replaced, so that its older link ends. */
export async function putInvitation(
  scope: OrgScope,
  invitation: {
    address: string;
    normalized: string;
    role: string;
    tokenHash: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  const { normalized, ...rest } = invitation;
  const { organizationId, accountId: invitedBy } = scope;
  await db().invitation.upsert({
    where: { organizationId_normalized: { organizationId, normalized } },
    create: { organizationId, normalized, invitedBy, ...rest },
    update: { invitedBy, ...rest },
  });
}

/** Takes an invitation back; returns its address, or null when it is not the organisation's. */
export async function deleteInvitation(scope: OrgScope, id: string): Promise<string | null> {
  const where = { id, organizationId: scope.organizationId };
  const row = await db().invitation.findFirst({ where, select: { address: true } });
  if (!row) return null;
  await db().invitation.deleteMany({ where });
  return row.address;
}

/** The open invitation behind a token. */
export function findInvitation(tokenHash: string, now: Date) {
  return db().invitation.findFirst({
    where: { tokenHash, expiresAt: { gt: now } },
    select: {
      ...shown,
      organizationId: true,
      organization: { select: { slug: true, name: true } },
    },
  });
}

/** Uses an invitation up; false when somebody has just done so. */
export async function spendInvitation(id: string): Promise<boolean> {
  return (await db().invitation.deleteMany({ where: { id } })).count > 0;
}
