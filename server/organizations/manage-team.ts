import type { z } from 'zod';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { may, type Role } from './core/permissions.ts';
import type { TeamOutput, updateOrganizationInput } from './schemas.ts';
import { appendAudit } from './store/audit.ts';
import { listInvitations } from './store/invitations.ts';
import { deleteMember, findRole, listMembers, lockOwners, updateFacts, updateRole } from './store/members.ts';

function audit(scope: OrgScope, action: string, subject: string, details = {}): Promise<void> {
  const { organizationId, accountId: actorId } = scope;
  return appendAudit({ organizationId, actorId, action, subject, details });
}

/** The members, and for who may invite the invitations that are out. */
export async function getTeam(scope: OrgScope, now: Date): Promise<TeamOutput> {
  const [members, invitations] = await Promise.all([
    listMembers(scope),
    may(scope.role, 'members:write') ? listInvitations(scope) : null,
  ]);
  return {
    members: members.map((member) => ({ ...member, self: member.accountId === scope.accountId })),
    invitations:
      invitations?.map(({ id, address, role, expiresAt }) => ({
        ...{ id, address, expiresAt },
        role: role as Role,
        expired: expiresAt <= now,
      })) ?? null,
  };
}

/** Refuses to leave an organisation without an owner. Holds the list of owners until the transaction ends. */
async function refuseLastOwner(scope: OrgScope, accountId: string): Promise<void> {
  const owners = await lockOwners(scope);
  if (owners.includes(accountId) && owners.length === 1)
    throw new AppError(
      'organization.last_owner',
      'conflict',
      'This is the last owner.',
      'Make somebody else an owner first.',
    );
}

async function getRole(scope: OrgScope, accountId: string): Promise<Role> {
  const role = await findRole(scope, accountId);
  if (!role) throw new AppError('organization.member_unknown', 'not-found', 'There is no such member.');
  return role;
}

/** Gives a member another role. Errors: `organization.member_unknown`, `organization.last_owner`. */
export function changeRole(scope: OrgScope, accountId: string, role: Role): Promise<void> {
  return inTransaction(async () => {
    const from = await getRole(scope, accountId);
    if (from === role) return;
    if (from === 'owner') await refuseLastOwner(scope, accountId);
    await updateRole(scope, accountId, role);
    await audit(scope, 'member.role_changed', `account:${accountId}`, { from, to: role });
  });
}

/** Takes a member out, or oneself. Errors: `organization.member_unknown`, `organization.last_owner`. */
export function removeMember(scope: OrgScope, accountId: string): Promise<void> {
  return inTransaction(async () => {
    const role = await getRole(scope, accountId);
    if (role === 'owner') await refuseLastOwner(scope, accountId);
    await deleteMember(scope, accountId);
    const action = accountId === scope.accountId ? 'member.left' : 'member.removed';
    await audit(scope, action, `account:${accountId}`, { role });
  });
}

/** Changes name, website and promise. Errors: `organization.changed_meanwhile`. */
export function updateOrganization(
  scope: OrgScope,
  input: z.output<typeof updateOrganizationInput>,
): Promise<void> {
  const { name, website, answerDays, timeZone, seen } = input;
  const facts = { name, website, answerDays, timeZone };
  return inTransaction(async () => {
    if (!(await updateFacts(scope, facts, seen)))
      throw new AppError(
        'organization.changed_meanwhile',
        'conflict',
        'Somebody changed these facts meanwhile.',
        'Look at them again before you save.',
      );
    await audit(scope, 'organization.updated', `organization:${scope.organizationId}`, facts);
  });
}
