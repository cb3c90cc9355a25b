import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { findCredential } from './store/credentials.ts';
import { recheckCredential } from './tasks.ts';

/** Asks for a verification now; several requests before it runs are one. Errors: `credential.unknown`. */
export async function requestRecheck(scope: CandidateScope, id: string): Promise<void> {
  if (!(await findCredential(scope, id)))
    throw new AppError('credential.unknown', 'not-found', 'This credential is not in your wallet.');
  const payload = { candidateId: scope.candidateId, credentialId: id, trigger: 'request' as const };
  await enqueue(recheckCredential, payload, { key: `recheck:${id}` });
}
