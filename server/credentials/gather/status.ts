import type { StatusFact } from '../core/facts.ts';
import { asArray, idOf, isObject, type JsonObject, typesOf } from '../core/json.ts';
import { bitEntryTypes } from '../core/status-rules.ts';
import type { GatherContext } from './context.ts';
import { answerBit, type ReadList, type VerifyList } from './status/bit-list.ts';
import { answerIdList } from './status/id-list.ts';
import { unanswered } from './status/unanswered.ts';

const mostEntries = 8;

/** Answers every entry of `credentialStatus`: one set bit is enough, whichever entry it stands in (§2.9). */
export async function gatherStatuses(
  credential: JsonObject,
  context: GatherContext,
  readList: ReadList,
  verifyList: VerifyList,
): Promise<StatusFact[]> {
  const all = asArray(credential.credentialStatus);
  const facts: StatusFact[] = [];
  if (all.length > mostEntries)
    facts.push(
      unanswered('too many', null, 'status-unavailable', `there are more than ${mostEntries} entries`),
    );
  for (const entry of all.slice(0, mostEntries)) {
    const type = typesOf(entry)[0] ?? 'no type';
    if (!isObject(entry))
      facts.push(unanswered(type, null, 'status-unavailable', 'credentialStatus is no object'));
    else if (bitEntryTypes.includes(type))
      facts.push(await answerBit(entry, type, credential, readList, verifyList));
    else if (type === '1EdTechRevocationList') facts.push(await answerIdList(entry, credential, context));
    else
      facts.push(
        unanswered(type, idOf(entry), 'status-unavailable', `the kind of status ${type} is not known here`),
      );
  }
  return facts;
}
