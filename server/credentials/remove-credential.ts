import { AppError } from '#server/platform/errors.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { deleteCredential } from './store/credentials.ts';

const unknownCredential = () =>
  new AppError('credential.unknown', 'not-found', 'This credential is not in your wallet.');

/** Removes a credential with all that was derived from it; grants to employers end. Errors: `credential.unknown`. */
export async function removeCredential(scope: CandidateScope, id: string): Promise<void> {
  const keys = await deleteCredential(scope, id);
  if (keys === null) throw unknownCredential();
  for (const key of keys) await files().remove(key);
}
