import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { hashToken } from './add-address.ts';
import { normalizeAddress } from './core/address.ts';
import {
  confirmStoredAddress,
  findByToken,
  findConfirmedOwner,
  putConfirmedAddress,
} from './store/addresses.ts';
import { accountConfirmedAddress } from './tasks.ts';

/**
 * Confirms the address behind a mailed token, whoever is signed in. Credentials issued to it are looked at again.
 * Errors: `account.token_unknown` (used, expired or wrong), `account.address_taken`.
 */
export async function confirmAddress(token: string, now: Date): Promise<{ address: string }> {
  return inTransaction(async () => {
    const found = await findByToken(hashToken(token), now);
    if (!found)
      throw new AppError(
        'account.token_unknown',
        'gone',
        'This link was used already, or is too old.',
        'Ask for a new mail in your profile.',
      );
    const owner = await findConfirmedOwner(found.normalized);
    if (owner && owner !== found.userId)
      throw new AppError(
        'account.address_taken',
        'conflict',
        'This address belongs to another account.',
        'Sign in with it, or ask that person to remove it.',
      );
    await confirmStoredAddress(found.id, now);
    await enqueue(accountConfirmedAddress, { accountId: found.userId });
    return { address: found.address };
  });
}

/** Notes that a sign-in proved an address (mail link, or a provider that says it is verified). */
export async function noteProvenAddress(scope: AccountScope, address: string, now: Date): Promise<void> {
  const normalized = normalizeAddress(address);
  await inTransaction(async () => {
    const owner = await findConfirmedOwner(normalized);
    if (owner) return;
    await putConfirmedAddress(scope, { address: address.trim(), normalized, confirmedAt: now });
    await enqueue(accountConfirmedAddress, { accountId: scope.accountId });
  });
}
