import { type Examination, plainExamination } from '../core/examination.ts';
import { asArray, isObject, type JsonObject, objectsOf, textOf, wordsOf } from '../core/json.ts';
import {
  type BlockcertsFacts,
  judgeBlockcerts,
  remarksOfBlockcerts,
  statesOfBlockcerts,
  viewAnchor,
} from '../core/judge-blockcerts.ts';
import { isMocknet } from '../core/receipt.ts';
import { type Identity, listIdentities, readIdentity } from '../core/recipient.ts';
import type { CredentialView } from '../core/report.ts';
import { describeStatuses } from '../core/status-rules.ts';
import { viewOb2, viewVc } from '../core/view.ts';
import { gatherBlockcerts } from '../gather/blockcerts/gather-blockcerts.ts';
import type { GatherContext } from '../gather/context.ts';

/**
 * Blockcerts 2 (MerkleProof2017) and 3 (MerkleProof2019) (verification.md §2.11). What `displayHtml` and inline
 * contexts say is never read. Anchors in test networks count nothing.
 */
export async function examineBlockcerts(
  { format, json, values, payload }: { format: string; json: JsonObject; values: number; payload: string },
  context: GatherContext,
): Promise<Examination> {
  const facts = await gatherBlockcerts({ json, values }, format === 'blockcerts-2' ? 2 : 3, context);
  const anchor = viewAnchor(facts);
  const status = describeStatuses(facts.vc.statuses);
  const lists = facts.revocationLists.map(({ url }) => url);
  return {
    ...plainExamination,
    format,
    payload,
    findings: judgeBlockcerts(facts),
    states: statesOfBlockcerts(facts),
    remarks: { ...status.remarks, ...remarksOfBlockcerts(facts) },
    recipient: recipientOf(facts),
    credential: viewBlockcerts(facts),
    canBeWithdrawn: lists.length > 0 || status.canBeWithdrawn,
    yieldsSkills: anchor !== null && !anchor.isDemo,
    statusLists: [...new Set([...lists, ...status.statusLists])],
    statusEntries: status.statusEntries,
    anchor,
  };
}

function subjectOf({ document }: BlockcertsFacts): JsonObject {
  return objectsOf(document.credentialSubject)[0] ?? {};
}

function recipientOf(facts: BlockcertsFacts): Examination['recipient'] {
  if (facts.version === 2)
    return { subjectId: null, identities: asArray(facts.document.recipient).flatMap(readIdentity) };
  const subject = subjectOf(facts);
  return { subjectId: textOf(subject.id), identities: [...listIdentities(subject), ...addressOf(subject)] };
}

/** Version 3 writes the address of the person plainly into the subject. */
function addressOf(subject: JsonObject): Identity[] {
  const email = textOf(subject.email);
  return email === null ? [] : [{ type: 'email', value: email, hashed: false, salt: '' }];
}

function viewBlockcerts(facts: BlockcertsFacts): CredentialView {
  const { receipt } = facts;
  // On the mock network nobody signs anything.
  const signed = receipt.ok && !isMocknet(receipt.receipt.anchor);
  return { ...(facts.version === 2 ? viewVersion2(facts) : viewVersion3(facts)), signed };
}

/** The issuer is the one inside the document, which the receipt covers; its profile may call itself anything. */
function viewVersion2({ document, vc }: BlockcertsFacts): CredentialView {
  const badge = isObject(document.badge) ? document.badge : {};
  const found = (json: JsonObject) =>
    ({ state: 'found', url: '', status: 200, fetchedAt: vc.now.toISOString(), json }) as const;
  const issuer = isObject(badge.issuer) ? badge.issuer : {};
  return viewOb2({ assertion: found(document), named: document, badgeClass: badge, issuer: found(issuer) });
}

function viewVersion3(facts: BlockcertsFacts): CredentialView {
  const view = viewVc(facts.vc);
  const subject = subjectOf(facts);
  const claim = isObject(subject.claim) ? subject.claim : {};
  return {
    ...view,
    title: view.title ?? wordsOf(claim.name),
    description: view.description ?? wordsOf(claim.description),
  };
}
