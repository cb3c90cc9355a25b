import { createHash } from 'node:crypto';
import { achievementsOf, isSameSubject, judgeRecordShape, viewRecord } from '../core/clr.ts';
import { type Examination, standsAlone } from '../core/examination.ts';
import { asArray, isObject, type Json, objectsOf } from '../core/json.ts';
import type { Digest } from '../core/recipient.ts';
import type { Finding } from '../core/report.ts';
import { type Classified, classifyPart } from '../gather/classify.ts';
import type { GatherContext } from '../gather/context.ts';
import { credentialIn } from '../gather/token.ts';
import { gatherVc, type VcSource } from '../gather/vc.ts';
import { leaveUnread, refuseKind } from './unread.ts';
import { describeVc } from './vc.ts';

/** How far a record is followed: levels with the outermost, credentials in all, how many at the same time. */
const limits = { depth: 3, parts: 100, atOnce: 4 } as const;

/** Requests that each credential inside adds to the budget of the whole; `Asker` knows the end of it. */
const requestsPerPart = 3;

/** A record as recognised, alone or inside another one. */
type LearnerRecord = { format: string; source: VcSource; payload: string };

/** Examines any other kind of document; an argument, because the table of kinds knows this file. */
type Examine = (document: Classified, context: GatherContext) => Promise<Examination>;

/** The way through one tree: how deep, how many may still be read, and what was read already. */
type Walk = { depth: number; tree: { left: number; seen: Set<string> } };

/**
 * Comprehensive Learner Records 2.0 (verification.md §2.8): the record itself like any credential, and every
 * credential inside alone, with all checks. What is inside never changes the verdict about the record.
 */
export function examineClr(
  record: LearnerRecord,
  context: GatherContext,
  examine: Examine,
): Promise<Examination> {
  const tree = { left: limits.parts, seen: new Set([record.payload]) };
  return examineRecord(record, context, examine, { depth: 1, tree });
}

async function examineRecord(
  { format, source, payload }: LearnerRecord,
  context: GatherContext,
  examine: Examine,
  walk: Walk,
): Promise<Examination> {
  const facts = await gatherVc(source, context);
  const plain = describeVc(facts);
  const held = objectsOf(facts.credential.credentialSubject).flatMap((subject) =>
    asArray(subject.verifiableCredential),
  );
  const { documents, omitted, isWhole, spokenFor } = choose(held, walk);
  const parts = await examineParts(documents, plain.recipient, context, examine, walk);
  // A token fixes where its words stand. A graph does not: what a part lost may stand in the record's own list.
  const isFixed = source.kind === 'token' || (isWhole && parts.every(isIntact));
  return {
    ...plain,
    format,
    payload,
    findings: [...plain.findings, ...judgeRecordShape(facts)],
    states: { ...plain.states, schema: 'done' },
    remarks: { ...plain.remarks, 'well-formed': describeParts(parts, omitted) },
    credential: viewRecord(facts, isFixed ? spokenFor : null),
    statusLists: [...new Set([plain, ...parts].flatMap(({ statusLists }) => statusLists))],
    statusEntries: [plain, ...parts].flatMap(({ statusEntries }) => statusEntries),
    parts,
  };
}

/**
 * The credentials to read: each once in a tree, and no more than the tree may hold; and the achievements that any of
 * them is about, also of those that are not read.
 */
function choose(
  held: readonly Json[],
  { tree }: Walk,
): { documents: Classified[]; omitted: number; isWhole: boolean; spokenFor: Set<string> } {
  const documents: Classified[] = [];
  const spokenFor = new Set<string>();
  let omitted = 0;
  let isWhole = true;
  for (const value of held) {
    if (isObject(value)) for (const id of achievementsOf(value)) spokenFor.add(id);
    if (tree.left === 0) {
      omitted++;
      isWhole = false;
      continue;
    }
    const document = classifyPart(value);
    for (const id of spokenForBy(document)) spokenFor.add(id);
    const content = 'payload' in document ? document.payload : JSON.stringify(value);
    if (tree.seen.has(content)) {
      isWhole &&= documents.some((other) => 'payload' in other && other.payload === content);
      continue;
    }
    tree.seen.add(content);
    tree.left--;
    documents.push(document);
  }
  return { documents, omitted, isWhole, spokenFor };
}

/** What may be wrong with a part that is word for word as it was signed. */
const beyondWords: readonly Finding['code'][] = [
  'expired',
  'not-yet-valid',
  'revoked',
  'suspended',
  'status-unavailable',
  'status-list-invalid',
  'recipient-mismatch',
];

/** True for a part whose own signature fits, and whose parts are intact as well. */
function isIntact({ findings, parts }: Examination): boolean {
  return findings.every(({ code }) => beyondWords.includes(code)) && parts.every(isIntact);
}

async function examineParts(
  documents: readonly Classified[],
  named: Examination['recipient'],
  context: GatherContext,
  examine: Examine,
  walk: Walk,
): Promise<Examination[]> {
  context.asker.allowMore(documents.length * requestsPerPart);
  const parts: Examination[] = [];
  for (let at = 0; at < documents.length; at += limits.atOnce) {
    const some = documents.slice(at, at + limits.atOnce);
    parts.push(...(await Promise.all(some.map((document) => examinePart(document, context, examine, walk)))));
  }
  return parts.map((part) => compareSubject(part, named));
}

async function examinePart(
  document: Classified,
  outer: GatherContext,
  examine: Examine,
  { depth, tree }: Walk,
): Promise<Examination> {
  const context = { ...outer, tookMs: {} };
  const unread = (code: Finding['code'], detail: string) =>
    leaveUnread(document.format, { code, check: 'well-formed', detail });
  if (outer.asker.isLate) return unread('status-unavailable', 'no time was left to look at it');
  switch (document.kind) {
    case 'clr':
      if (depth >= limits.depth)
        return unread('too-large', `records lie in records, over ${limits.depth} deep`);
      return examineRecord(document, context, examine, { depth: depth + 1, tree });
    case 'vc':
    case 'sd-jwt':
    case 'blockcerts':
    case 'refused':
      return examine(document, context);
    default:
      return refuseKind(document.format, 'not-a-credential', 'part');
  }
}

const digest: Digest = (algorithm, text) => createHash(algorithm).update(text).digest('hex');

/** A credential about somebody else is none of this person's, whoever put it here. An endorsement is about no person. */
function compareSubject(part: Examination, named: Examination['recipient']): Examination {
  if (part.credential === null || !part.yieldsSkills) return part;
  if (isSameSubject(named, part.recipient, digest)) return part;
  const detail = 'it does not name the person that the record is about';
  return {
    ...part,
    findings: [...part.findings, { code: 'recipient-mismatch', check: 'recipient', detail }],
  };
}

/** A token says within what it is about. */
function spokenForBy(document: Classified): string[] {
  if (document.kind !== 'vc' && document.kind !== 'clr') return [];
  const { source } = document;
  return source.kind === 'token' ? achievementsOf(credentialIn(source.token.body).credential) : [];
}

function describeParts(parts: readonly Examination[], omitted: number): string {
  const holding = parts.filter(standsAlone).length;
  const rest = omitted === 0 ? '' : ` ${omitted} more were left out.`;
  return `It can be read, and its vocabulary is known. ${holding} of ${parts.length} parts hold.${rest}`;
}
