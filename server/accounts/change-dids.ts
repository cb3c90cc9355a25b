import { AppError } from '#server/platform/errors.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { askRecheck } from './ask-recheck.ts';
import { deleteProvenDid, findDidOwner, insertProvenDid, listProvenDids } from './store/dids.ts';

const mostDids = 20;
const longest = 1_000;
const shape = /^did:(?:key|jwk|web):[^#?/\s]+$/;

/**
 * Notes that a person proved to control a DID: credentials that name it are theirs from now on, and all are looked at
 * again. A DID belongs to one account: whoever shares its key cannot take it over. Again the same is no error.
 * Errors: `did.unsupported`, `did.taken`, `did.too_many`.
 */
export async function recordProvenDid(scope: AccountScope, did: string, now: Date): Promise<void> {
  if (!shape.test(did) || did.length > longest)
    throw new AppError(
      'did.unsupported',
      'bad-input',
      'This kind of DID cannot be proven here.',
      'Use a did:key, did:jwk or did:web.',
    );
  await inTransaction(async () => {
    const owner = await findDidOwner(did);
    if (owner === scope.accountId) return;
    if (owner !== null) throw taken();
    if ((await listProvenDids(scope)).length >= mostDids)
      throw new AppError('did.too_many', 'conflict', `You can have ${mostDids} DIDs.`, 'Remove one first.');
    if (!(await insertProvenDid(scope, did, now))) throw taken();
    await askRecheck(scope.accountId);
  });
}

const taken = () =>
  new AppError(
    'did.taken',
    'conflict',
    'This DID is proven by another account.',
    'Sign in there and remove it first, if that account is yours, too.',
  );

/** Takes a DID from a person; credentials bound by it stop counting. Errors: `did.unknown`. */
export async function removeDid(scope: AccountScope, did: string): Promise<void> {
  await inTransaction(async () => {
    if (!(await deleteProvenDid(scope, did)))
      throw new AppError('did.unknown', 'not-found', 'This DID is not one of yours.');
    await askRecheck(scope.accountId);
  });
}
