import type { Examination } from '../core/examination.ts';
import type { GatherContext } from '../gather/context.ts';
import type { VcSource } from '../gather/vc.ts';
import { refuseKind } from './unread.ts';

/** Comprehensive Learner Records 2.0 (verification.md §2.8). */
export async function examineClr(
  { format }: { format: string; source: VcSource; payload: string },
  _context: GatherContext,
): Promise<Examination> {
  return refuseKind(format, 'unsupported-suite', 'Comprehensive Learner Record 2.0');
}
