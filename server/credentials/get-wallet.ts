import type { CandidateScope } from '#server/platform/scope.ts';
import { presentCredential } from './present-credential.ts';
import type { CredentialOutput, WalletOutput } from './schemas.ts';
import { findCredentials, listCredentials } from './store/credentials.ts';

/** The candidate's wallet: what counts today, and what does not. */
export async function getWallet(scope: CandidateScope): Promise<WalletOutput> {
  const all = (await listCredentials(scope)).map((stored) => presentCredential(scope.candidateId, stored));
  return { counting: all.filter((entry) => entry.counts), others: all.filter((entry) => !entry.counts) };
}

/** Some of the candidate's credentials; ids that are not theirs are left out. */
export async function getCredentials(
  scope: CandidateScope,
  ids: readonly string[],
): Promise<CredentialOutput[]> {
  const stored = await findCredentials(scope, ids);
  return stored.map((entry) => presentCredential(scope.candidateId, entry));
}
