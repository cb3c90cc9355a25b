import { db } from '#server/platform/db.ts';
import type { AccountScope, CandidateScope } from '#server/platform/scope.ts';

/** An organisation in which a person is an owner, and who else is there. */
export interface OwnedOrganization {
  organizationId: string;
  name: string;
  /** Other members. */
  others: number;
  /** Other members who are owners. */
  otherOwners: number;
}

/** The organisations that the person owns, with who stays when the person goes. */
export async function listOwned(scope: AccountScope): Promise<OwnedOrganization[]> {
  const rows = await db().organization.findMany({
    where: { members: { some: { userId: scope.accountId, role: 'owner' } } },
    select: { id: true, name: true, members: { select: { userId: true, role: true }, take: 1_000 } },
    orderBy: { name: 'asc' },
    take: 50,
  });
  return rows.map(({ id, name, members }) => {
    const others = members.filter(({ userId }) => userId !== scope.accountId);
    return {
      organizationId: id,
      name,
      others: others.length,
      otherOwners: others.filter(({ role }) => role === 'owner').length,
    };
  });
}

/** Jobs of an organisation that are not closed, with their versions. */
export function listOpenJobs(organizationId: string) {
  return db().job.findMany({
    where: { organizationId, status: 'published' },
    select: { id: true, version: true },
    take: 1_000,
  });
}

/** The candidate's applications that were not withdrawn: what an employer loses sight of. */
export function listHeldApplications(scope: CandidateScope) {
  return db().application.findMany({
    where: { candidateId: scope.candidateId, withdrawnAt: null },
    select: { id: true, organizationId: true, stage: true },
    take: 1_000,
  });
}

/** Every address that the person signed in with or named. */
export async function listEveryAddress(scope: AccountScope): Promise<string[]> {
  const account = await db().user.findUnique({
    where: { id: scope.accountId },
    select: { email: true, addresses: { select: { address: true, normalized: true } } },
  });
  if (account === null) return [];
  return [
    ...new Set([
      account.email,
      ...account.addresses.flatMap(({ address, normalized }) => [address, normalized]),
    ]),
  ];
}

/**
 * Removes the person: account, addresses, sign-ins, everything of the candidate side, and mails that were kept for the
 * addresses. What the audit log says stays: it names ids alone. In the caller's transaction.
 */
export async function deletePerson(scope: AccountScope, addresses: readonly string[]): Promise<void> {
  const among = { in: [...addresses], mode: 'insensitive' as const };
  await db().outboxMail.deleteMany({ where: { to: among } });
  await db().verificationToken.deleteMany({ where: { identifier: among } });
  await db().candidate.deleteMany({ where: { id: scope.accountId } });
  await db().user.deleteMany({ where: { id: scope.accountId } });
}
