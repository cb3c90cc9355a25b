import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { deleteCredential } from './store/credentials.ts';
import { evidenceChanged } from './tasks.ts';

const unknownCredential = () =>
  new AppError('credential.unknown', 'not-found', 'This credential is not in your wallet.');

/** Removes a credential with all that was derived from it; grants to employers end. Errors: `credential.unknown`. */
export async function removeCredential(scope: CandidateScope, id: string): Promise<void> {
  const keys = await inTransaction(async () => {
    const payload = { candidateId: scope.candidateId, credentialId: id, check: null, code: 'removed' };
    const found = await deleteCredential(scope, id);
    if (found) await enqueue(evidenceChanged, payload, { key: `evidence:${id}` });
    return found;
  });
  if (keys === null) throw unknownCredential();
  for (const key of keys) await files().remove(key);
}
