import type { Examination } from '../core/examination.ts';
import type { JsonObject } from '../core/json.ts';
import type { GatherContext } from '../gather/context.ts';
import { refuseKind } from './unread.ts';

/** European Digital Credentials: ELM 3 with a JAdES seal (verification.md §2.12). */
export async function examineEdc(
  { format }: { format: string; json: JsonObject; payload: string },
  _context: GatherContext,
): Promise<Examination> {
  return refuseKind(format, 'unsupported-suite', 'European Digital Credential with a JAdES seal');
}
