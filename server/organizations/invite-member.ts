import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { normalizeAddress } from '#server/accounts/core/address.ts';
import { listAddresses } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { sendMail } from '#server/platform/mail.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import type { AccountScope, OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { Role } from './core/permissions.ts';
import type { invitationOutput, inviteInput } from './schemas.ts';
import { appendAudit } from './store/audit.ts';
import { deleteInvitation, findInvitation, putInvitation, spendInvitation } from './store/invitations.ts';
import { listMembers, mostMembers } from './store/members.ts';
import { findMembership, insertMember } from './store/organizations.ts';

const validDays = 7;
const mailRate = { name: 'invitation-mail', points: 30, seconds: 3_600 };
const roleWords: Record<Role, string> = {
  owner: 'an owner',
  recruiter: 'a recruiter',
  'hiring-manager': 'a hiring manager',
  interviewer: 'an interviewer',
  auditor: 'an auditor',
};

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
/** Words of others in a mail of ours: one line. */
const line = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/**
 * Invites somebody by mail; inviting an address again sends a new link and ends the older one. Errors:
 * `organization.member_exists`, `organization.too_many_members`, `rate.exceeded`, `mail.not_sent`.
 */
export async function inviteMember(
  scope: OrgScope,
  organizationName: string,
  { email, role }: z.output<typeof inviteInput>,
  now: Date,
): Promise<void> {
  const normalized = normalizeAddress(email);
  const members = await listMembers(scope);
  if (members.some((member) => normalizeAddress(member.email) === normalized))
    throw new AppError(
      'organization.member_exists',
      'conflict',
      'Whoever has this address is a member already.',
    );
  if (members.length >= mostMembers)
    throw new AppError(
      'organization.too_many_members',
      'conflict',
      `An organisation has ${mostMembers} members at most.`,
      'Remove somebody first.',
    );
  await takePoint(mailRate, scope.accountId);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + validDays * 86_400_000);
  const { organizationId, accountId: actorId } = scope;
  await inTransaction(async () => {
    const times = { createdAt: now, expiresAt };
    await putInvitation(scope, { address: email, normalized, role, tokenHash: hashToken(token), ...times });
    const subject = `organization:${organizationId}`;
    const details = { address: email, role };
    await appendAudit({ organizationId, actorId, action: 'member.invited', subject, details });
  });
  // After the write, never inside it: when the mail fails, inviting again sends another.
  await sendMail({
    to: email,
    subject: `${line(organizationName)} invites you to hire with Assay`,
    text: `You are invited to join ${line(organizationName)} as ${roleWords[role]}. The invitation is for this address and holds for ${validDays} days. If you do not know them, there is nothing to do.`,
    link: new URL(`/join?token=${token}`, env().NEXTAUTH_URL).href,
  });
}

/** Takes an invitation back; its link ends. Errors: `organization.invitation_unknown`. */
export function withdrawInvitation(scope: OrgScope, id: string): Promise<void> {
  const { organizationId, accountId: actorId } = scope;
  return inTransaction(async () => {
    const address = await deleteInvitation(scope, id);
    if (address === null)
      throw new AppError('organization.invitation_unknown', 'not-found', 'There is no such invitation.');
    const entry = {
      organizationId,
      actorId,
      subject: `organization:${organizationId}`,
      details: { address },
    };
    await appendAudit({ ...entry, action: 'member.invitation_withdrawn' });
  });
}

async function openInvitation(token: string, now: Date) {
  const found = await findInvitation(hashToken(token), now);
  if (!found)
    throw new AppError(
      'organization.invitation_over',
      'gone',
      'This invitation was used, withdrawn, or is too old.',
      'Ask whoever invited you for a new one.',
    );
  return found;
}

async function hasConfirmed(scope: AccountScope, normalized: string): Promise<boolean> {
  const addresses = await listAddresses(scope);
  return addresses.some((each) => each.normalized === normalized && each.confirmedAt !== null);
}

/** What an invitation says to whoever opened its mail. Errors: `organization.invitation_over`. */
export async function getInvitation(
  scope: AccountScope | null,
  token: string,
  now: Date,
): Promise<z.output<typeof invitationOutput>> {
  const found = await openInvitation(token, now);
  const { organization, address, normalized, expiresAt } = found;
  const [yours, membership] = await Promise.all([
    scope && hasConfirmed(scope, normalized),
    scope && findMembership(scope, organization.slug),
  ]);
  return {
    ...{ organization, address, expiresAt, yours },
    role: found.role as Role,
    member: membership !== null,
  };
}

/**
 * Joins the organisation that invited one of the person's confirmed addresses; the link is used up. Errors:
 * `organization.invitation_over`, `organization.invitation_foreign`, `organization.already_member`.
 */
export function acceptInvitation(scope: AccountScope, token: string, now: Date): Promise<{ slug: string }> {
  return inTransaction(async () => {
    const { id, organizationId, organization, normalized, role } = await openInvitation(token, now);
    if (!(await hasConfirmed(scope, normalized)))
      throw new AppError(
        'organization.invitation_foreign',
        'forbidden',
        'This invitation is for another address.',
        'Sign in with that address, or confirm it in your profile.',
      );
    if (await findMembership(scope, organization.slug))
      throw new AppError('organization.already_member', 'conflict', 'You are a member already.');
    // Whoever deletes the row joins: the same link pressed twice lets in once.
    if (!(await spendInvitation(id)))
      throw new AppError('organization.already_member', 'conflict', 'You are a member already.');
    await insertMember(organizationId, scope.accountId, role);
    const subject = `account:${scope.accountId}`;
    const entry = { organizationId, actorId: scope.accountId, subject, details: { role } };
    await appendAudit({ ...entry, action: 'member.joined' });
    return { slug: organization.slug };
  });
}
