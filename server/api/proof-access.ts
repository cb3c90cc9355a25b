import { findGrant } from '#server/applications/index.ts';
import { findCandidate } from '#server/candidates/index.ts';
import { noMask } from '#server/credentials/core/mask-holder.ts';
import { holderReader, isProofPublic, type ProofReader } from '#server/credentials/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import type { SignedIn } from './context.ts';

/**
 * Decides as what somebody may look at a proof: holder, employer with a grant (who may not know the holder yet), or
 * anybody when the holder shares it. Errors: `proof.unknown`, also when it exists but is not shared.
 */
export async function admitReader(
  person: SignedIn | null,
  { candidateId, credentialId }: { candidateId: string; credentialId: string },
): Promise<ProofReader> {
  if (person?.accountId === candidateId) {
    const holder = await findCandidate(candidateScope(candidateId));
    return holderReader(holder?.displayName ?? null);
  }
  const identity = person && (await findGrant(accountScope(person.accountId), candidateId, credentialId));
  if (identity)
    return {
      viewer: identity.hidden ? 'masked' : 'granted',
      holderName: identity.name,
      mask: identity.mask,
    };
  if (await isProofPublic(candidateId, credentialId))
    return { viewer: 'public', holderName: null, mask: noMask };
  throw new AppError('proof.unknown', 'not-found', 'There is no such proof, or it is not shared with you.');
}
