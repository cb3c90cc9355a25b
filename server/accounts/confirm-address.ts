import { AppError } from '#server/platform/errors.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { hashToken } from './add-address.ts';
import { askRecheck } from './ask-recheck.ts';
import { normalizeAddress } from './core/address.ts';
import {
  confirmStoredAddress,
  findByToken,
  findConfirmedOwner,
  putConfirmedAddress,
} from './store/addresses.ts';

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
    if (owner && owner !== found.userId) throw taken();
    if (!(await confirmStoredAddress(found.id, now))) throw taken();
    await askRecheck(found.userId);
    return { address: found.address };
  });
}

/** Notes that a sign-in proved an address (mail link, or a provider that says it is verified). */
export async function noteProvenAddress(scope: AccountScope, address: string, now: Date): Promise<void> {
  const normalized = normalizeAddress(address);
  await inTransaction(async () => {
    // A failed write ends the transaction, so whoever lost the race must not do anything more in it.
    if (await findConfirmedOwner(normalized)) return;
    if (!(await putConfirmedAddress(scope, { address: address.trim(), normalized, confirmedAt: now })))
      throw taken();
    await askRecheck(scope.accountId);
  }).catch((error) => {
    if (!(error instanceof AppError)) throw error;
  });
}

const taken = () =>
  new AppError(
    'account.address_taken',
    'conflict',
    'This address belongs to another account.',
    'Sign in with it, or ask that person to remove it.',
  );
