import { createHash } from 'node:crypto';
import { bundledContexts, isBundledContext } from '../../contexts/bundled-contexts.ts';
import type { Fetched, KeyFact, VcFacts } from '../../core/facts.ts';
import {
  asArray,
  idOf,
  isObject,
  type Json,
  type JsonObject,
  objectsOf,
  omit,
  textOf,
  textsOf,
} from '../../core/json.ts';
import type { AnchorFact } from '../../core/judge-anchor.ts';
import type { BlockcertsFacts } from '../../core/judge-blockcerts.ts';
import { followPath, type ReadReceipt, type Receipt, readReceipt2017 } from '../../core/receipt.ts';
import { canonize } from '../../threads/canonize.ts';
import { type GatherContext, timed } from '../context.ts';
import { type Graph, judgeGraph, readGraph } from '../graph.ts';
import { resolveIssuer } from '../issuer.ts';
import { resolveKey } from '../keys/resolve-key.ts';
import { gatherProofs } from '../proofs.ts';
import { gatherStatus } from '../vc.ts';
import { gatherAnchor } from './explorers.ts';
import { readReceipt2019 } from './merkle-proof-2019.ts';

/** A Blockcert to be looked into, with the number of JSON values that the gate counted. */
export type BlockcertsSource = { json: JsonObject; values: number };

/** What the two versions write in different places. */
type Layout = Pick<BlockcertsFacts, 'version' | 'document' | 'receipt' | 'issuerId' | 'redefined'> & {
  graph: Graph;
  key: KeyFact | null;
  proofs: VcFacts['proofs'];
  lists: string[];
};

/** Gathers everything about a Blockcert (verification.md §2.11). */
export async function gatherBlockcerts(
  { json, values }: BlockcertsSource,
  version: 2 | 3,
  context: GatherContext,
): Promise<BlockcertsFacts> {
  const layout =
    version === 2 ? await readVersion2(json, values, context) : await readVersion3(json, values, context);
  const { receipt, issuerId, graph, document, proofs } = layout;
  const profile =
    issuerId === null ? null : await timed(context, 'issuer', () => findProfile(issuerId, context));
  const named = profile?.state === 'found' ? textsOf(profile.json.revocationList) : [];
  const lists = [...new Set([...named, ...layout.lists])].slice(0, 4);
  const revocationLists = await timed(context, 'status', () =>
    Promise.all(lists.map((url) => context.asker.askJson(url))),
  );
  const vc: VcFacts = {
    kind: 'vc',
    credential: document,
    securing: 'embedded',
    isBundled: isBundledContext,
    graph: judgeGraph(graph),
    proofs,
    token: null,
    statuses: version === 3 ? await gatherStatus(document, context) : [],
    schemas: [],
    endorsements: [],
    now: context.now,
  };
  return {
    ...layout,
    vc,
    graph: vc.graph,
    arithmetic: computeReceipt(receipt, graph),
    anchor: await timed(context, 'proof', () => askAnchor(receipt, context)),
    profile,
    revocationLists,
  };
}

async function askAnchor(receipt: ReadReceipt, context: GatherContext): Promise<AnchorFact> {
  return receipt.ok
    ? gatherAnchor(receipt.receipt.anchor, context)
    : { state: 'not-asked', detail: 'the receipt cannot be read' };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function computeReceipt(read: ReadReceipt, { answer }: Graph): BlockcertsFacts['arithmetic'] {
  if (!read.ok || !answer?.ok) return null;
  const { receipt } = read;
  const end = followPath(receipt, (hex) => sha256(Buffer.from(hex, 'hex')));
  return { target: isTarget(receipt, answer.hash), path: end === receipt.merkleRoot };
}

function isTarget({ targetHash }: Receipt, hash: string): boolean {
  return hash === targetHash.toLowerCase();
}

/** The profile with the addresses: behind the issuer's id, or behind the service that its DID document names. */
async function findProfile(issuerId: string, context: GatherContext): Promise<Fetched> {
  if (!issuerId.startsWith('did:')) return context.asker.askJson(issuerId);
  const document = await resolveIssuer(issuerId, context);
  if (document.state !== 'found') {
    const state = document.state === 'blocked' ? 'blocked' : 'unreachable';
    return { state, url: issuerId, status: null, detail: document.detail };
  }
  const service = objectsOf(document.json.service).find(({ type }) =>
    asArray(type).includes('IssuerProfile'),
  );
  const address = textOf(service?.serviceEndpoint);
  if (address !== null) return context.asker.askJson(address);
  const detail = `${issuerId} names no profile with blockchain addresses`;
  return { state: 'unreachable', url: issuerId, status: null, detail };
}

async function readVersion2(json: JsonObject, values: number, context: GatherContext): Promise<Layout> {
  const full = omit(json, 'signature');
  // In safe mode a word that no context maps is refused, which is what upstream finds with a vocabulary to fall back on.
  const graph = await timed(context, 'well-formed', () => readGraph(full, values));
  const { own, redefined } = readInlineContexts(full);
  const document = dropMembers(full, own);
  const verification: JsonObject = isObject(document.verification) ? document.verification : {};
  const named = textOf(verification.publicKey) ?? textOf(verification.creator) ?? '';
  const signature: JsonObject = isObject(json.signature) ? json.signature : {};
  const badge: JsonObject = isObject(document.badge) ? document.badge : {};
  const issuer: JsonObject = isObject(badge.issuer) ? badge.issuer : {};
  return {
    version: 2,
    document,
    graph,
    redefined,
    receipt: readReceipt2017(signature, named.replace(/^ecdsa-koblitz-pubkey:/i, '')),
    issuerId: idOf(badge.issuer),
    key: null,
    proofs: [],
    lists: [...textsOf(issuer.revocationList), ...textsOf(badge.revocationList)],
  };
}

/** The words that inline contexts of a document define, and those that take a bundled meaning away. */
function readInlineContexts(document: JsonObject): { own: Set<string>; redefined: string[] } {
  const contexts = asArray(document['@context']);
  const own = new Set(contexts.filter(isObject).flatMap((context) => Object.keys(context)));
  own.delete('@version');
  const taken = new Set<string>();
  for (const url of textsOf(contexts)) collectWords(bundledContexts[url]?.['@context'] ?? null, taken);
  return { own, redefined: [...own].filter((word) => word.startsWith('@') || taken.has(word)) };
}

/** Adds every word that a context, or one inside it, defines. */
function collectWords(context: Json, words: Set<string>): void {
  for (const part of asArray(context).filter(isObject))
    for (const [word, meaning] of Object.entries(part)) {
      words.add(word);
      collectWords(meaning, words);
    }
}

/** The value without members of these names, however deep: nothing else may read them either. */
function dropMembers<Value extends Json>(value: Value, names: ReadonlySet<string>): Value {
  const visit = (item: Json): Json => {
    if (Array.isArray(item)) return item.map(visit);
    if (!isObject(item)) return item;
    const kept = Object.entries(item).filter(([name]) => !names.has(name));
    return Object.fromEntries(
      kept.map(([name, inner]) => [name, name === '@context' ? inner : visit(inner)]),
    );
  };
  return visit(value) as Value;
}

async function readVersion3(json: JsonObject, values: number, context: GatherContext): Promise<Layout> {
  const all = objectsOf(json.proof);
  const place = all.findIndex(isReceipt);
  const proof = all[place] ?? {};
  const document = omit(json, 'proof');
  const receipt = readReceipt2019(textOf(proof.proofValue) ?? '');
  const plain = await timed(context, 'well-formed', () => readGraph(document, values));
  const issuerId = idOf(document.issuer);
  const method = idOf(proof.verificationMethod);
  return {
    version: 3,
    document,
    graph: await chooseGraph(document, all, place, receipt, plain),
    redefined: [],
    receipt,
    issuerId,
    key: issuerId === null ? null : await findKey(issuerId, method, context),
    proofs:
      all.length < 2
        ? []
        : (await gatherProofs(json, plain, context)).filter((fact) => !isReceipt(fact.proof)),
    lists: [],
  };
}

function isReceipt(proof: JsonObject): boolean {
  return proof.type === 'MerkleProof2019' || proof.cryptosuite === 'merkle-proof-2019';
}

/** Beside other proofs a receipt covers the document with those before it; as one of a set, the document alone. */
async function chooseGraph(
  document: JsonObject,
  proofs: JsonObject[],
  place: number,
  receipt: ReadReceipt,
  plain: Graph,
): Promise<Graph> {
  const named = textsOf(proofs[place]?.previousProof);
  const earlier = proofs.filter((other, at) =>
    named.length > 0 ? named.includes(textOf(other.id) ?? '') : at < place,
  );
  if (earlier.length === 0 || !receipt.ok || !plain.answer?.ok) return plain;
  const answer = await canonize({ ...document, proof: earlier }, plain.values);
  return answer.ok && isTarget(receipt.receipt, answer.hash) ? { ...plain, answer } : plain;
}

async function findKey(issuerId: string, method: string | null, context: GatherContext): Promise<KeyFact> {
  if (method === null) return { state: 'missing', methodId: null, detail: 'the receipt names no key' };
  return (await timed(context, 'issuer', () => resolveKey(issuerId, method, context))).fact;
}
