import { AppError } from '#server/platform/errors.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { recheckStoredCredential } from './recheck-credential.ts';
import { decideStoredProposal } from './store/evidence.ts';

/**
 * Records what the candidate says of a proposed skill. When the issuer's own tag names it, confirming makes it
 * evidence at once; a guess of ours stays a stated skill. Errors: `skill.proposal_unknown`.
 */
export async function decideProposal(
  scope: CandidateScope,
  credentialId: string,
  skillKey: number,
  decision: 'confirmed' | 'dismissed',
  now: Date,
): Promise<void> {
  const proposal = await decideStoredProposal(scope, credentialId, skillKey, decision, now);
  if (!proposal) throw new AppError('skill.proposal_unknown', 'not-found', 'There is no such suggestion.');
  if (proposal.namedByIssuer) await recheckStoredCredential(scope.candidateId, credentialId, 'request', now);
}
