import type { Examination } from '../core/examination.ts';
import type { JsonObject } from '../core/json.ts';
import type { GatherContext } from '../gather/context.ts';
import { refuseKind } from './unread.ts';

/** Blockcerts 2 (MerkleProof2017) and 3 (MerkleProof2019) (verification.md §2.11). */
export async function examineBlockcerts(
  { format }: { format: string; json: JsonObject; values: number; payload: string },
  _context: GatherContext,
): Promise<Examination> {
  const suite = format === 'blockcerts-2' ? 'MerkleProof2017' : 'MerkleProof2019';
  return refuseKind(format, 'unsupported-suite', suite);
}
