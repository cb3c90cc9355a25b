import { closeJob } from '#server/jobs/index.ts';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import { type AccountScope, candidateScope, orgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import {
  deletePerson,
  listEveryAddress,
  listHeldApplications,
  listOpenJobs,
  listOwned,
  type OwnedOrganization,
} from './store/erasure.ts';
import { forgetFiles } from './tasks.ts';

function stillNeeded({ name }: OwnedOrganization): AppError {
  return new AppError(
    'account.only_owner',
    'conflict',
    `You are the only owner of ${name}.`,
    'Make somebody else an owner of it first.',
  );
}

/** A house nobody is left in offers no work: its jobs are closed, which ends every grant. */
async function closeHouse(scope: AccountScope, organizationId: string, now: Date): Promise<void> {
  const house = orgScope(organizationId, scope.accountId, 'owner');
  for (const { id, version } of await listOpenJobs(organizationId))
    await closeJob(house, { jobId: id, version }, now);
}

/**
 * Deletes a person at once and for good (features C30; GDPR article 17): account, addresses, sign-ins, credentials with
 * their files, applications, everything derived from them. Employers lose sight of the applications; their audit log
 * keeps that there was one, by id. `email` is what the person typed to confirm.
 * Errors: `account.email_mismatch`, `account.only_owner`.
 */
export async function eraseAccount(scope: AccountScope, email: string, now: Date): Promise<void> {
  await inTransaction(async () => {
    const addresses = await listEveryAddress(scope);
    if (addresses[0]?.toLowerCase() !== email.toLowerCase())
      throw new AppError(
        'account.email_mismatch',
        'bad-input',
        'This is not the address you sign in with.',
        'Type it as it stands at the top of your profile.',
        { field: 'email' },
      );
    const owned = await listOwned(scope);
    const needed = owned.find(({ others, otherOwners }) => others > 0 && otherOwners === 0);
    if (needed) throw stillNeeded(needed);
    for (const { organizationId, others } of owned)
      if (others === 0) await closeHouse(scope, organizationId, now);
    for (const { id, organizationId, stage } of await listHeldApplications(candidateScope(scope.accountId)))
      await appendAudit({
        organizationId,
        actorId: scope.accountId,
        action: 'application.erased',
        subject: `application:${id}`,
        details: { from: stage },
      });
    await deletePerson(scope, addresses);
    await appendAudit({
      organizationId: null,
      actorId: scope.accountId,
      action: 'account.erased',
      subject: `account:${scope.accountId}`,
    });
    // After the commit, and again until it worked: files are not part of a transaction.
    await enqueue(forgetFiles, { owner: scope.accountId });
  });
}
