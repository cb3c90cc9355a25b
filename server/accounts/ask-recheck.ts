import { enqueue } from '#server/platform/queue.ts';
import { accountConfirmedAddress } from './tasks.ts';

/**
 * Has all credentials of a person looked at again, after what binds them changed. One look is enough, however many
 * addresses and DIDs changed before it begins.
 */
export function askRecheck(accountId: string): Promise<void> {
  return enqueue(
    accountConfirmedAddress,
    { accountId },
    { key: `${accountConfirmedAddress.name}:${accountId}` },
  );
}
