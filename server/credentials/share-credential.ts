import { AppError } from '#server/platform/errors.ts';
import { type CandidateScope, candidateScope } from '#server/platform/scope.ts';
import { cardStanding } from './core/card-standing.ts';
import { presentCredential } from './present-credential.ts';
import type { CardOutput, CredentialOutput } from './schemas.ts';
import { countShown, findCredential, listShared, listShown, setSharing } from './store/credentials.ts';

/** How many credentials a public page shows at most. */
const pageLimit = 60;

const unknownCredential = () =>
  new AppError('credential.unknown', 'not-found', 'This credential is not in your wallet.');

/**
 * Lets anybody with the address see the proof page, or ends that; then it leaves the public page, too. Errors:
 * `credential.unknown`.
 */
export async function sharePublicly(scope: CandidateScope, id: string, publicLink: boolean): Promise<void> {
  const change = publicLink ? { publicLink } : { publicLink, onProfile: false };
  if (!(await setSharing(scope, id, change))) throw unknownCredential();
}

/**
 * Puts a credential on the holder's public page, which opens its proof to anybody with the address, or takes it off
 * that page alone. Errors: `credential.unknown`, `credential.not_yours`, `credential.page_full`.
 */
export async function showOnProfile(scope: CandidateScope, id: string, onProfile: boolean): Promise<void> {
  const stored = await findCredential(scope, id);
  if (!stored) throw unknownCredential();
  if (onProfile && stored.bound !== 'yes')
    throw new AppError(
      'credential.not_yours',
      'conflict',
      'This credential names somebody else, so your page cannot show it.',
      'Confirm the address it names, and it can.',
    );
  if (onProfile && !stored.onProfile && (await countShown(scope)) >= pageLimit)
    throw new AppError(
      'credential.page_full',
      'conflict',
      `Your page shows ${pageLimit} credentials already.`,
      'Take one off first.',
    );
  const change = onProfile ? { onProfile, publicLink: true } : { onProfile };
  if (!(await setSharing(scope, id, change))) throw unknownCredential();
}

/** What a candidate put on the public page, as anybody may see it: without recipient and platform page. */
export async function getShown(candidateId: string): Promise<CredentialOutput[]> {
  const stored = await listShown(candidateScope(candidateId), pageLimit);
  return stored.map((entry) => ({
    ...presentCredential(candidateId, entry),
    recipient: null,
    // Such a page prints a name.
    page: null,
  }));
}

/** The candidate's credentials with how each is shared, newest first, 200 at most. */
export async function listSharing(scope: CandidateScope): Promise<CredentialOutput[]> {
  return (await listShared(scope)).map((entry) => presentCredential(scope.candidateId, entry));
}

/** What the card of a shared credential says now. Errors: `proof.unknown`, also when it exists but is not shared. */
export async function getCard(candidateId: string, credentialId: string, now: Date): Promise<CardOutput> {
  const stored = await findCredential(candidateScope(candidateId), credentialId);
  if (!stored?.publicLink)
    throw new AppError('proof.unknown', 'not-found', 'There is no such proof, or it is not shared with you.');
  const { title, kind, issuer, verdict, bound, code, validUntil, checkedAt, statusReadAt } =
    presentCredential(candidateId, stored);
  return {
    title,
    kind,
    issuer,
    bound,
    ...cardStanding({ verdict, code, validUntil, checkedAt, statusReadAt }, now),
  };
}
