import { type Examination, plainExamination } from '../core/examination.ts';
import type { JsonObject } from '../core/json.ts';
import { judgeEdc, statesOfEdc } from '../core/judge-edc.ts';
import { describeStatuses } from '../core/status-rules.ts';
import { identitiesOfEdc, viewEdc } from '../core/view-edc.ts';
import type { GatherContext } from '../gather/context.ts';
import { gatherEdc } from '../gather/edc/gather-edc.ts';
import { readSeal } from '../gather/edc/read-seal.ts';
import { leaveUnread } from './unread.ts';

/** European Digital Credentials: ELM 3 with a JAdES seal (verification.md §2.12). */
export async function examineEdc(
  { format, json }: { format: string; json: JsonObject; payload: string },
  context: GatherContext,
): Promise<Examination> {
  const read = readSeal(json);
  if (!read.ok) return leaveUnread(format, read.finding);
  const facts = await gatherEdc(read.seal, context);
  const hasShape = facts.credential.credentialSchema !== undefined;
  return {
    ...plainExamination,
    format,
    payload: read.seal.payload,
    findings: judgeEdc(facts),
    states: statesOfEdc(facts),
    ...describeStatuses(facts.statuses),
    remarks: hasShape ? { schema: 'It names a SHACL shape, which is not evaluated here.' } : {},
    recipient: { subjectId: null, identities: identitiesOfEdc(facts.credential) },
    credential: viewEdc(facts.credential),
    yieldsSkills: true,
  };
}
