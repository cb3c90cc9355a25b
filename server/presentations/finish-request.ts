import { maskAddress } from '#server/accounts/core/address.ts';
import { recordProvenDid } from '#server/accounts/index.ts';
import { receiveImport } from '#server/credentials/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import type { AccountScope, CandidateScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { normalizeCode, shortCode } from './core/response-code.ts';
import { hashCode } from './receive-answer.ts';
import type { RequestStateOutput } from './schemas.ts';
import { findByCode, findRequest, listAwaitedCodes, takeReceived } from './store.ts';

const tryRate = { name: 'wallet-code', points: 20, seconds: 900 };

const over = () =>
  new AppError(
    'presentation.code_unknown',
    'gone',
    'This code belongs to no request of yours, or is too old.',
    'Look at it again, or start again from the page that shows the picture.',
  );

/** How a request of the person stands; one that is not theirs, or forgotten already, is over. */
export async function getRequestState(
  scope: AccountScope,
  id: string,
  now: Date,
): Promise<RequestStateOutput> {
  const request = await findRequest(scope, id);
  if (!request) return { standing: 'over', code: null };
  const standing = request.standing as Exclude<RequestStateOutput['standing'], 'over'>;
  const isOpen = standing === 'waiting' || standing === 'answered';
  return isOpen && request.expiresAt <= now
    ? { standing: 'over', code: null }
    : { standing, code: request.code };
}

/**
 * What to tell a browser that a wallet sent here: whether its person is the one who asked, else whose request it was and
 * the short code to type there. Errors: `presentation.code_unknown`.
 */
export async function getArrival(viewerId: string | null, code: string, now: Date) {
  const hash = hashCode(code);
  const found = await findByCode(hash, now);
  if (!found || (found.standing !== 'answered' && found.standing !== 'done')) throw over();
  return {
    standing: found.standing as 'answered' | 'done',
    isYours: found.user.id === viewerId,
    account: maskAddress(found.user.email),
    shortCode: shortCode(hash),
  };
}

/**
 * Lets in what a wallet presented, now that the person who asked brought the code back: the DIDs that signed are proven
 * for the account, and each credential is imported like a file. Once; a code of somebody else's request is unknown.
 * Errors: `presentation.code_unknown`, `did.taken`, `did.unsupported`, `did.too_many`, `import.too_many`, `rate.exceeded`.
 */
export async function finishRequest(
  account: AccountScope,
  candidate: CandidateScope,
  code: string,
  now: Date,
): Promise<{ credentials: number; dids: number }> {
  await takePoint(tryRate, account.accountId);
  const typed = normalizeCode(code);
  const awaited = await listAwaitedCodes(account, now);
  const hash = awaited.find((entry) => entry === hashCode(code) || shortCode(entry) === typed);
  return inTransaction(async () => {
    const received = hash === undefined ? null : await takeReceived(account, hash, now);
    if (!received) throw over();
    for (const did of received.holders) await recordProvenDid(account, did, now);
    for (const text of received.credentials)
      await receiveImport(candidate, { source: 'wallet', name: 'From a wallet', text });
    return { credentials: received.credentials.length, dids: received.holders.length };
  });
}
