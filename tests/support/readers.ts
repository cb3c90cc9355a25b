import { noMask } from '#server/credentials/core/mask-holder.ts';
import type { ProofReader } from '#server/credentials/index.ts';

/** A reader of proofs, as the door would admit them. */
export function as(viewer: 'holder' | 'public'): ProofReader {
  return { viewer, holderName: viewer === 'holder' ? 'Ada' : null, mask: noMask };
}
