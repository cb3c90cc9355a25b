import { hasGrant } from '#server/applications/index.ts';
import { findCandidate } from '#server/candidates/index.ts';
import { isProofPublic, type ProofViewer } from '#server/credentials/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import type { SignedIn } from './context.ts';

/**
 * Decides as what somebody may look at a proof: holder, employer with a grant, or anybody when the holder shares
 * it. Errors: `proof.unknown`, also when it exists but is not shared.
 */
export async function admitViewer(
  person: SignedIn | null,
  { candidateId, credentialId }: { candidateId: string; credentialId: string },
): Promise<{ viewer: ProofViewer; holderName: string | null }> {
  const name = async () => (await findCandidate(candidateScope(candidateId)))?.displayName ?? null;
  if (person?.accountId === candidateId) return { viewer: 'holder', holderName: await name() };
  if (person && (await hasGrant(accountScope(person.accountId), candidateId, credentialId)))
    return { viewer: 'granted', holderName: await name() };
  if (await isProofPublic(candidateId, credentialId)) return { viewer: 'public', holderName: null };
  throw new AppError('proof.unknown', 'not-found', 'There is no such proof, or it is not shared with you.');
}
