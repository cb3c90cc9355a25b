import { verify } from 'node:crypto';
import { base58btc } from 'multiformats/bases/base58';
import type { GraphFact, KeyFact, ProofFact } from '../core/facts.ts';
import type { KeyPurpose } from '../core/issuer-methods.ts';
import { asArray, idOf, isObject, type JsonObject, objectsOf, omit, textOf, textsOf } from '../core/json.ts';
import type { Finding } from '../core/report.ts';
import { type CanonizeAnswer, canonize } from '../threads/canonize.ts';
import { type GatherContext, timed } from './context.ts';
import type { PublicKey } from './keys/public-key.ts';
import { resolveKey } from './keys/resolve-key.ts';

const knownTypes = [
  'DataIntegrityProof',
  'Ed25519Signature2018',
  'Ed25519Signature2020',
  'JsonWebSignature2020',
  'EcdsaSecp256k1Signature2019',
  'MerkleProof2017',
  'MerkleProof2019',
];

const finding = (code: Finding['code'], detail: string, check: Finding['check'] = 'proof'): Finding => ({
  code,
  check,
  detail,
});

/** Who must have made a proof, and what for. */
export type Signer = { id: string | null; purpose: KeyPurpose };

/** Every embedded proof with its key, its arithmetic and the faults on the way (DI §4.4, verification.md §2.5). */
export async function gatherProofs(
  credential: JsonObject,
  graph: Graph,
  context: GatherContext,
  signer: Signer = { id: idOf(credential.issuer), purpose: 'assertionMethod' },
): Promise<ProofFact[]> {
  const proofs = asArray(credential.proof).filter(isObject).slice(0, 9);
  const facts: ProofFact[] = [];
  for (const proof of proofs)
    facts.push(await gatherProof(proof, proofs, credential, graph, context, signer));
  return facts;
}

function describeSuite(proof: JsonObject): Pick<ProofFact, 'suite' | 'support'> {
  const type = textOf(proof.type) ?? 'a proof without type';
  const suite = type === 'DataIntegrityProof' ? (textOf(proof.cryptosuite) ?? 'no cryptosuite') : type;
  if (suite === 'eddsa-rdfc-2022' || suite === 'Ed25519Signature2020') return { suite, support: 'supported' };
  return { suite, support: knownTypes.includes(type) ? 'unsupported' : 'unknown-type' };
}

async function gatherProof(
  proof: JsonObject,
  all: JsonObject[],
  credential: JsonObject,
  graph: Graph,
  context: GatherContext,
  signer: Signer,
): Promise<ProofFact> {
  const described = describeSuite(proof);
  const missing: KeyFact = { state: 'missing', methodId: null, detail: 'the proof names no key' };
  const named = idOf(proof.verificationMethod);
  const blank = { proof, ...described, key: missing, arithmetic: 'not-computed' as const, problems: [] };
  if (described.support !== 'supported') return { ...blank, problems: judgeNames(proof) };
  const { id, purpose } = signer;
  if (id === null) return { ...blank, key: { ...missing, state: 'unlisted', detail: 'no issuer is named' } };
  if (named === null) return { ...blank, problems: [finding('malformed', 'verificationMethod is missing')] };
  const { fact, key } = await timed(context, 'issuer', () => resolveKey(id, named, context, purpose));
  const chain = readChain(proof, all);
  const signature = readProofValue(proof);
  const problems = [
    ...chain.problems,
    ...signature.problems,
    ...judgeKeyMaterial(key),
    ...judgeOptions(proof),
  ];
  if (problems.length > 0 || key === null || !key.ok) return { ...blank, key: fact, problems };
  const { earlier } = chain;
  const answer = await timed(context, 'proof', async () => {
    const document = { ...omit(credential, 'proof'), proof: earlier };
    // Without a chain, what is signed is the document that was canonicalised already.
    const documentHash = earlier.length > 0 ? await canonize(document, graph.values) : graph.answer;
    return verifyProof(proof, credential, graph.values, documentHash, key, signature.bytes);
  });
  return { ...blank, key: fact, ...answer };
}

/** A proof must say what it is, even one of a kind that is not known here (DI §4.4). */
function judgeNames(proof: JsonObject): Finding[] {
  if (textOf(proof.type) === null) return [finding('malformed', 'proof.type is missing')];
  const isNameless = proof.type === 'DataIntegrityProof' && textOf(proof.cryptosuite) === null;
  return isNameless ? [finding('malformed', 'proof.cryptosuite is missing')] : [];
}

/** The proofs that this one builds on; each must be there, and none may build on itself (DI §4.6). */
function readChain(proof: JsonObject, all: JsonObject[]): { earlier: JsonObject[]; problems: Finding[] } {
  const names = textsOf(proof.previousProof);
  const byId = (id: string) => all.find((other) => other.id === id);
  const lost = names.find((name) => byId(name) === undefined);
  if (lost !== undefined)
    return { earlier: [], problems: [finding('signature', `the earlier proof ${lost} is not there`)] };
  const seen = new Set<JsonObject>();
  const visit = (current: JsonObject): boolean => {
    if (seen.has(current)) return current === proof;
    seen.add(current);
    return textsOf(current.previousProof).some((name) => {
      const next = byId(name);
      return next !== undefined && (next === proof || visit(next));
    });
  };
  if (names.length > 0 && visit(proof))
    return { earlier: [], problems: [finding('malformed', 'the proofs build on each other in a circle')] };
  return {
    earlier: all.filter((other) => typeof other.id === 'string' && names.includes(other.id)),
    problems: [],
  };
}

function readProofValue(proof: JsonObject): { bytes: Uint8Array; problems: Finding[] } {
  const none = { bytes: new Uint8Array() };
  const text = textOf(proof.proofValue);
  if (text === null) return { ...none, problems: [finding('malformed', 'proofValue is missing')] };
  try {
    const bytes = base58btc.decode(text as `z${string}`);
    return bytes.byteLength === 64
      ? { bytes, problems: [] }
      : { ...none, problems: [finding('signature', 'proofValue has the wrong length')] };
  } catch {
    return { ...none, problems: [finding('signature', 'proofValue is not written in base58')] };
  }
}

function judgeKeyMaterial(key: PublicKey | null): Finding[] {
  if (key === null) return [];
  if (!key.ok) return [finding('signature', key.detail)];
  return key.kind === 'Ed25519'
    ? []
    : [finding('signature', `the suite does not fit a key of kind ${key.kind}`)];
}

/** Vocabulary of its own inside a proof would not be the document's. */
function judgeOptions(proof: JsonObject): Finding[] {
  return proof['@context'] === undefined
    ? []
    : [finding('context-tampered', 'proof.@context', 'well-formed')];
}

async function verifyProof(
  proof: JsonObject,
  credential: JsonObject,
  values: number,
  documentHash: CanonizeAnswer,
  key: PublicKey & { ok: true },
  signature: Uint8Array,
): Promise<Pick<ProofFact, 'arithmetic' | 'problems'>> {
  // A document that cannot be read as a graph is reported once, as a fact of its own.
  if (!documentHash.ok) return { arithmetic: 'not-computed', problems: [] };
  const options = { ...omit(proof, 'proofValue'), '@context': credential['@context'] ?? null };
  const optionsHash = await canonize(options, values);
  if (!optionsHash.ok) return { arithmetic: 'not-computed', problems: [explainGraph(optionsHash)] };
  // Both suites sign SHA-256(proof options) ‖ SHA-256(document), each canonicalised by RDFC-1.0.
  const signed = Buffer.from(optionsHash.hash + documentHash.hash, 'hex');
  return { arithmetic: verify(null, signed, key.object, signature) ? 'right' : 'wrong', problems: [] };
}

/** A document as a graph: its canonical hash, or why there is none, and how many JSON values it has. */
export type Graph = { answer: CanonizeAnswer; values: number };

/** Canonicalises a document without its proofs, signed or not. */
export async function readGraph(credential: JsonObject, values: number): Promise<Graph> {
  return { answer: await canonize(omit(credential, 'proof'), values), values };
}

/** What reading the graph showed about the document. */
export function judgeGraph({ answer }: Graph): GraphFact {
  return answer.ok ? { state: 'sound' } : { state: 'faulty', finding: explainGraph(answer) };
}

function explainGraph(answer: Exclude<CanonizeAnswer, { ok: true }>): Finding {
  switch (answer.reason) {
    case 'context-unknown':
      return finding('context-unknown', answer.detail, 'well-formed');
    case 'protected':
    case 'dropped':
      return finding('context-tampered', answer.detail, 'well-formed');
    case 'too-long':
      return finding('too-large', answer.detail, 'well-formed');
    case 'symmetric':
    case 'other':
      return finding('malformed', answer.detail, 'well-formed');
  }
}

/** True when anything is attached that may be a proof. */
export function hasProof(credential: JsonObject): boolean {
  return objectsOf(credential.proof).length > 0;
}
