import { remarkOnEndorsements } from '../core/endorsements.ts';
import { type Examination, plainExamination } from '../core/examination.ts';
import type { VcFacts } from '../core/facts.ts';
import { idOf, objectsOf, textOf, typesOf } from '../core/json.ts';
import { judgeVc, remarkOnSchemas } from '../core/judge-vc.ts';
import { hasOwnWords } from '../core/own-words.ts';
import { listIdentities } from '../core/recipient.ts';
import { statesOfVc } from '../core/states.ts';
import { describeStatuses } from '../core/status-rules.ts';
import { viewVc } from '../core/view.ts';
import type { GatherContext } from '../gather/context.ts';
import { gatherVc, type VcSource } from '../gather/vc.ts';

/** Open Badges 3.0 and other VCDM credentials, with embedded proofs or as VC-JWT (verification.md §2.4–2.6). */
export async function examineVc(
  { format, source, payload }: { format: string; source: VcSource; payload: string },
  context: GatherContext,
): Promise<Examination> {
  return { ...describeVc(await gatherVc(source, context)), format, payload };
}

/** What the facts about a VCDM credential say. Pure. */
export function describeVc(facts: VcFacts): Omit<Examination, 'format' | 'payload'> {
  const [subject = {}] = objectsOf(facts.credential.credentialSubject);
  const { endorsements, statuses } = facts;
  const status = describeStatuses(statuses);
  // A token, or a proof over the JSON, fixes where its words stand.
  const isOwn = facts.graph.state === 'not-read' || hasOwnWords(facts.credential, endorsements);
  return {
    ...plainExamination,
    findings: judgeVc(facts),
    states: statesOfVc(facts),
    ...status,
    remarks: {
      ...status.remarks,
      ...remarkOnEndorsements(endorsements, isOwn),
      ...remarkOnSchemas(facts.schemas),
    },
    endorsements,
    recipient: {
      subjectId: idOf(subject) ?? textOf(facts.token?.body.sub),
      identities: listIdentities(subject),
    },
    credential: viewVc(facts),
    // An endorsement speaks about somebody else's badge.
    yieldsSkills: isOwn && !typesOf(facts.credential).includes('EndorsementCredential'),
  };
}
