import { recordProvenDid, spendDidChallenge } from '#server/accounts/index.ts';
import { verifyPresentation } from '#server/credentials/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { AccountScope } from '#server/platform/scope.ts';

/**
 * Proves that a person controls a DID: a presentation over our challenge, signed by a key for authentication of that DID
 * (verification.md §2.13). What is inside the presentation is not read. The challenge is used up whatever comes of it.
 * Errors: `did.challenge_over`, `did.replayed`, `did.not_proven`, `did.unsupported`, `did.taken`, `did.too_many`.
 */
export async function proveDid(
  scope: AccountScope,
  { challenge, presentation }: { challenge: string; presentation: string },
  now: Date,
): Promise<{ did: string }> {
  const asked = await spendDidChallenge(scope, challenge, now);
  const proof = await verifyPresentation(new TextEncoder().encode(presentation), asked, now);
  if (proof.ok) {
    await recordProvenDid(scope, proof.holder, now);
    return { did: proof.holder };
  }
  const { code, detail } = proof.deciding;
  if (code === 'replayed')
    throw new AppError(
      'did.replayed',
      'bad-input',
      'This presentation was made for another request.',
      'Sign the challenge and the domain that are shown now, and paste that.',
    );
  throw new AppError(
    'did.not_proven',
    'bad-input',
    `This does not prove the DID: ${detail.slice(0, 200)}.`,
    'Sign with a key that the DID lists for authentication, as purpose authentication.',
    { code },
  );
}
