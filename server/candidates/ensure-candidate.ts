import type { CandidateScope } from '#server/platform/scope.ts';
import { findCandidate, insertCandidate } from './store/candidates.ts';

/** Makes the candidate side of an account at its first use; visibility starts as private. */
export async function ensureCandidate(scope: CandidateScope, name: string): Promise<void> {
  if (!(await findCandidate(scope))) await insertCandidate(scope, name);
}
