import { type Examination, plainExamination } from '../core/examination.ts';
import { asArray, isObject, type JsonObject } from '../core/json.ts';
import { judgeOb2 } from '../core/judge-ob2.ts';
import { readIdentity } from '../core/recipient.ts';
import { statesOfOb2 } from '../core/states.ts';
import { viewOb2 } from '../core/view.ts';
import type { GatherContext } from '../gather/context.ts';
import { gatherOb2 } from '../gather/ob2.ts';
import type { Token } from '../gather/token.ts';

/** Open Badges 2.0, hosted or signed (verification.md §2.1–2.2). */
export async function examineOb2(
  document: { format: string; json: JsonObject; token: Token | null; payload: string },
  context: GatherContext,
): Promise<Examination> {
  const facts = await gatherOb2({ named: document.json, token: document.token }, context);
  const { assertion, revocationList, named } = facts;
  const isFound = assertion?.state === 'found';
  const counting = isFound ? assertion.json : named;
  const hasEndorsements = [counting, facts.badgeClass].some(
    (part) => isObject(part) && part.endorsement !== undefined,
  );
  return {
    ...plainExamination,
    format: document.format,
    // Of a hosted badge the fetched document is the payload.
    payload: document.token === null && isFound ? JSON.stringify(assertion.json) : document.payload,
    findings: judgeOb2(facts),
    states: statesOfOb2(facts),
    remarks: hasEndorsements ? { endorsements: 'Its endorsements are linked, and were not read.' } : {},
    recipient: { subjectId: null, identities: asArray(counting.recipient).flatMap(readIdentity) },
    credential: viewOb2(facts),
    canBeWithdrawn: revocationList !== null,
    yieldsSkills: true,
    statusLists: revocationList === null ? [] : [revocationList.url],
  };
}
