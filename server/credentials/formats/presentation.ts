import type { Examination } from '../core/examination.ts';
import type { JsonObject } from '../core/json.ts';
import type { GatherContext } from '../gather/context.ts';
import type { Token } from '../gather/token.ts';
import { refuseKind } from './unread.ts';

/** A presentation handed in like a file: its own proof belongs to a conversation that is over (verification.md §2.13). */
export async function examinePresentation(
  { format }: { format: string; json: JsonObject; token: Token | null; payload: string },
  _context: GatherContext,
): Promise<Examination> {
  return refuseKind(format, 'unsupported-suite', 'a presentation, not a credential');
}
