import { createHash, randomBytes } from 'node:crypto';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { sendMail } from '#server/platform/mail.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import { normalizeAddress } from './core/address.ts';
import { listAddresses, putAddress } from './store/addresses.ts';

const tokenDays = 2;
const mostAddresses = 20;
const mailRate = { name: 'address-mail', points: 10, seconds: 3_600 };

/** The stored form of a mail token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Adds an address to a person and sends the mail that confirms it. Asking again sends a new mail.
 * Whether somebody else confirmed the address is not told here, only to whoever opens the mail.
 * Errors: `account.address_confirmed`, `account.too_many_addresses`, `rate.exceeded`, `mail.not_sent`.
 */
export async function addAddress(scope: AccountScope, address: string, now: Date): Promise<void> {
  const normalized = normalizeAddress(address);
  const known = await listAddresses(scope);
  const same = known.find((entry) => entry.normalized === normalized);
  if (same?.confirmedAt)
    throw new AppError('account.address_confirmed', 'conflict', 'This address is already confirmed.');
  if (!same && known.length >= mostAddresses)
    throw new AppError(
      'account.too_many_addresses',
      'conflict',
      `You can have ${mostAddresses} addresses.`,
      'Remove one first.',
    );
  await takePoint(mailRate, scope.accountId);
  const token = randomBytes(32).toString('base64url');
  const tokenExpiresAt = new Date(now.getTime() + tokenDays * 86_400_000);
  await putAddress(scope, {
    address: address.trim(),
    normalized,
    tokenHash: hashToken(token),
    tokenExpiresAt,
  });
  // After the write, never inside it: when the mail fails, asking again sends another.
  await sendMail({
    to: address.trim(),
    subject: 'Confirm this address',
    text: 'Somebody added this address to a wallet at Assay. If it was you, confirm it: badges issued to it then count as yours. If not, there is nothing to do.',
    link: new URL(`/confirm-address?token=${token}`, env().NEXTAUTH_URL).href,
  });
}
