import { isBundledContext } from '../contexts/bundled-contexts.ts';
import {
  type Endorsed,
  judgeEndorsement,
  mostEndorsements,
  type Parties,
  unreadEndorsement,
} from '../core/endorsements.ts';
import type { SchemaFact, StatusFact, VcFacts } from '../core/facts.ts';
import { asArray, idOf, isObject, type Json, type JsonObject, objectsOf, textOf } from '../core/json.ts';
import { judgeVc } from '../core/judge-vc.ts';
import { decide } from '../core/rank.ts';
import type { EndorsementView } from '../core/report.ts';
import { viewVc } from '../core/view.ts';
import { type GatherContext, timed } from './context.ts';
import { judgeGraph, readGraph } from './graph.ts';
import { gatherProofs, hasProof } from './proofs.ts';
import { readJson } from './read-json.ts';
import { gatherSchemas } from './schemas.ts';
import type { ListDocument, ReadList } from './status/bit-list.ts';
import { gatherStatuses } from './status.ts';
import { credentialIn, gatherToken, readToken, type Token } from './token.ts';

/** A VCDM credential to be looked into, with the number of JSON values that the gate counted. */
export type VcSource =
  | { kind: 'document'; credential: JsonObject; values: number }
  | { kind: 'token'; token: Token };

/** How far to go: lists and endorsements are credentials too, and are not followed from there. */
export type Depth = { status: boolean; endorsements: boolean };

const outermost: Depth = { status: true, endorsements: true };
const alone: Depth = { status: false, endorsements: false };

/** Gathers everything about a VCDM credential (verification.md §8). */
export async function gatherVc(
  source: VcSource,
  context: GatherContext,
  depth: Depth = outermost,
): Promise<VcFacts> {
  const isToken = source.kind === 'token';
  const credential = isToken ? credentialIn(source.token.body).credential : source.credential;
  const isSecured = isToken || hasProof(credential);
  const values = isToken ? source.token.values : source.values;
  const graph = isToken ? null : await timed(context, 'well-formed', () => readGraph(credential, values));
  const isReadable = graph?.answer?.ok ?? true;
  return {
    kind: 'vc',
    credential,
    securing: isToken ? 'jwt' : isSecured ? 'embedded' : 'none',
    isBundled: isBundledContext,
    graph: graph === null ? { state: 'not-read' } : judgeGraph(graph),
    proofs: graph === null ? [] : await gatherProofs(credential, graph, context),
    token: isToken ? await gatherToken(source.token, context) : null,
    statuses: depth.status && isSecured ? await gatherStatus(credential, context) : [],
    schemas: depth.status && isSecured ? await readSchemas(credential, source, context) : [],
    endorsements:
      depth.endorsements && isSecured && isReadable ? await gatherEndorsements(credential, context) : [],
    now: context.now,
  };
}

function readSchemas(
  credential: JsonObject,
  source: VcSource,
  context: GatherContext,
): Promise<SchemaFact[]> {
  const claims = source.kind === 'token' ? source.token.body : null;
  return timed(context, 'schema', () => gatherSchemas(credential, claims));
}

/** Answers the `credentialStatus` of a credential, each list verified as a credential of its own. */
export function gatherStatus(credential: JsonObject, context: GatherContext): Promise<StatusFact[]> {
  return timed(context, 'status', () =>
    gatherStatuses(
      credential,
      context,
      (url) => readList(url, context),
      (list) => verifyList(list, context),
    ),
  );
}

/** Fetches a status list: JSON, or a token with JSON inside. */
export async function readList(url: string, context: GatherContext): ReturnType<ReadList> {
  const accept = 'application/vc+ld+json, application/vc, application/vc+jwt, application/json';
  const answer = await context.asker.ask(url, accept);
  const text = answer.ok ? Buffer.from(answer.body).toString('latin1').trim() : '';
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) {
    const read = readToken(text);
    if (read.ok) return { ok: true, list: { json: credentialIn(read.token.body).credential, token: text } };
  }
  const fetched = await context.asker.askJson(url, accept);
  const isGood = fetched.state === 'found' && fetched.status < 400;
  return isGood ? { ok: true, list: { json: fetched.json, token: null } } : { ok: false, fetched };
}

/** A list is trusted when, taken alone, nothing is wrong with it. */
export async function verifyList(list: ListDocument, context: GatherContext): Promise<string | null> {
  const source = sourceOf(list.token ?? list.json);
  if (source === null) return 'the list cannot be read';
  const facts = await gatherVc(source, quiet(context), alone);
  const { deciding } = decide(judgeVc(facts));
  return deciding === null
    ? null
    : `the list does not stand by itself (${deciding.code}: ${deciding.detail})`;
}

function quiet(context: GatherContext): GatherContext {
  return { ...context, tookMs: {} };
}

/** A credential inside another document, as a source of its own. */
function sourceOf(value: Json): VcSource | null {
  if (typeof value === 'string') {
    const read = readToken(value);
    return read.ok ? { kind: 'token', token: read.token } : null;
  }
  if (!isObject(value)) return null;
  const read = readJson(JSON.stringify(value));
  return read.ok ? { kind: 'document', credential: read.json, values: read.values } : null;
}

/** Endorsements of credential, issuer and achievement, each verified alone (verification.md §2.10). */
async function gatherEndorsements(
  credential: JsonObject,
  context: GatherContext,
): Promise<EndorsementView[]> {
  const subjects = objectsOf(credential.credentialSubject);
  const achievements = subjects.flatMap((subject) => objectsOf(subject.achievement));
  const objects: [EndorsementView['about'], JsonObject[]][] = [
    ['credential', [credential]],
    ['issuer', objectsOf(credential.issuer)],
    ['achievement', achievements],
  ];
  const found = objects.flatMap(([about, all]) =>
    all.flatMap((object) =>
      [...asArray(object.endorsement), ...asArray(object.endorsementJwt)].map((item) => ({
        endorsed: { about, ids: [textOf(object.id)] },
        item,
      })),
    ),
  );
  const parties = { issuerId: idOf(credential.issuer), subjectId: textOf(subjects[0]?.id) };
  const views: EndorsementView[] = [];
  for (const { endorsed, item } of found.slice(0, mostEndorsements))
    views.push(
      await timed(context, 'endorsements', () => verifyEndorsement(endorsed, item, parties, context)),
    );
  const rest = found.slice(mostEndorsements);
  return [...views, ...rest.map(({ endorsed }) => unreadEndorsement(endorsed.about, 'not-looked-at'))];
}

async function verifyEndorsement(
  endorsed: Endorsed,
  item: Json,
  parties: Parties,
  context: GatherContext,
): Promise<EndorsementView> {
  const source = sourceOf(item);
  if (source === null) return unreadEndorsement(endorsed.about, 'malformed');
  const facts = await gatherVc(source, quiet(context), { status: true, endorsements: false });
  const { deciding } = decide(judgeVc(facts));
  const { id, name } = viewVc(facts).issuer;
  const judged = { document: facts.credential, issuer: { id, name }, deciding };
  return judgeEndorsement(endorsed, judged, parties);
}
