import { AppError } from '#server/platform/errors.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { askRecheck } from './ask-recheck.ts';
import { normalizeAddress } from './core/address.ts';
import { findAccount } from './store/accounts.ts';
import { listAddresses, removeStoredAddress } from './store/addresses.ts';

/**
 * Removes an address; credentials bound by it stop counting. The address one signs in with stays.
 * Errors: `account.address_unknown`, `account.address_primary`.
 */
export async function removeAddress(scope: AccountScope, id: string): Promise<void> {
  const account = await findAccount(scope);
  const entry = (await listAddresses(scope)).find((address) => address.id === id);
  if (!entry) throw new AppError('account.address_unknown', 'not-found', 'This address is not one of yours.');
  if (account && entry.normalized === normalizeAddress(account.email))
    throw new AppError('account.address_primary', 'conflict', 'You sign in with this address, so it stays.');
  await inTransaction(async () => {
    await removeStoredAddress(scope, id);
    await askRecheck(scope.accountId);
  });
}
