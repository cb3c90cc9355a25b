import type { Examination } from '../core/examination.ts';
import type { GatherContext } from '../gather/context.ts';
import { refuseKind } from './unread.ts';

/** SD-JWT VC, selective disclosure in a token (verification.md §2.7). */
export async function examineSdJwt(
  { format }: { format: string; text: string },
  _context: GatherContext,
): Promise<Examination> {
  return refuseKind(format, 'unsupported-suite', 'SD-JWT VC');
}
