import { remarkOnEndorsements } from '../core/endorsements.ts';
import { type Examination, plainExamination } from '../core/examination.ts';
import { asArray, type JsonObject } from '../core/json.ts';
import { judgeOb2 } from '../core/judge-ob2.ts';
import { readIdentity } from '../core/recipient.ts';
import { statesOfOb2 } from '../core/states.ts';
import { viewOb2 } from '../core/view.ts';
import type { GatherContext } from '../gather/context.ts';
import { gatherOb2 } from '../gather/ob2.ts';
import { gatherOb2Endorsements } from '../gather/ob2-endorsements.ts';
import type { Token } from '../gather/token.ts';

/** Open Badges 2.0, hosted or signed (verification.md §2.1–2.2). */
export async function examineOb2(
  document: { format: string; json: JsonObject; token: Token | null; payload: string },
  context: GatherContext,
): Promise<Examination> {
  const found = await gatherOb2({ named: document.json, token: document.token }, context);
  const facts = { ...found, endorsements: await gatherOb2Endorsements(found, context) };
  const { assertion, revocationList, named } = facts;
  const isFound = assertion?.state === 'found';
  const counting = isFound ? assertion.json : named;
  return {
    ...plainExamination,
    format: document.format,
    // Of a hosted badge the fetched document is the payload.
    payload: document.token === null && isFound ? JSON.stringify(assertion.json) : document.payload,
    findings: judgeOb2(facts),
    states: statesOfOb2(facts),
    remarks: remarkOnEndorsements(facts.endorsements),
    endorsements: facts.endorsements,
    recipient: { subjectId: null, identities: asArray(counting.recipient).flatMap(readIdentity) },
    credential: viewOb2(facts),
    canBeWithdrawn: revocationList !== null,
    yieldsSkills: true,
    statusLists: revocationList === null ? [] : [revocationList.url],
  };
}
