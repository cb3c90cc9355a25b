import type { CandidateScope } from '#server/platform/scope.ts';
import { findByTitle } from './store/credentials.ts';

/** One credential of the candidate, as a list names it. */
export interface FoundCredential {
  candidateId: string;
  id: string;
  title: string;
  /** As a registry has it, else as it calls itself; null where the document names nobody. */
  issuerName: string | null;
}

/** The candidate's own credentials whose title holds the words, newest first, `most` at the most. */
export async function findOwnCredentials(
  scope: CandidateScope,
  words: string,
  most: number,
): Promise<FoundCredential[]> {
  const rows = await findByTitle(scope, words, most);
  return rows.map(({ id, title, issuer }) => ({
    candidateId: scope.candidateId,
    id,
    title,
    issuerName: issuer?.registryName ?? issuer?.claimedName ?? null,
  }));
}
