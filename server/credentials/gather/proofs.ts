import type { KeyFact, ProofFact } from '../core/facts.ts';
import type { KeyPurpose } from '../core/issuer-methods.ts';
import { asArray, idOf, isObject, type JsonObject, objectsOf, omit, textOf } from '../core/json.ts';
import type { Finding } from '../core/report.ts';
import { type GatherContext, timed } from './context.ts';
import type { Graph } from './graph.ts';
import type { PublicKey } from './keys/public-key.ts';
import { resolveKey } from './keys/resolve-key.ts';
import { type Chain, readChain } from './proof-chain.ts';
import { findSuite } from './suites/find-suite.ts';
import { proofFault, type Suite } from './suites/suite.ts';

/** More proofs than this are not looked into (verification.md §2.5). */
const mostProofs = 8;

/** Who must have made a proof, and what for. */
export type Signer = { id: string | null; purpose: KeyPurpose };

/** A document whose proofs are looked into. */
type Proven = { document: JsonObject; graph: Graph; signer: Signer };

/** Every embedded proof with its key, its arithmetic and the faults on the way (DI §4.4, verification.md §2.5). */
export async function gatherProofs(
  document: JsonObject,
  graph: Graph,
  context: GatherContext,
  signer: Signer = { id: idOf(document.issuer), purpose: 'assertionMethod' },
): Promise<ProofFact[]> {
  const proofs = asArray(document.proof).filter(isObject);
  if (proofs.length > mostProofs) return proofs.slice(0, mostProofs + 1).map(leaveProof);
  const facts: ProofFact[] = [];
  for (const proof of proofs)
    facts.push(await gatherProof(proof, proofs, { document, graph, signer }, context));
  return facts;
}

const noKey: KeyFact = { state: 'missing', methodId: null, detail: 'the proof names no key' };

/** A proof of which nothing is computed. */
function leaveProof(proof: JsonObject): ProofFact {
  const { suite, support } = findSuite(proof);
  return { proof, suite, support, key: noKey, arithmetic: 'not-computed', problems: [] };
}

async function gatherProof(
  proof: JsonObject,
  all: JsonObject[],
  proven: Proven,
  context: GatherContext,
): Promise<ProofFact> {
  const { row } = findSuite(proof);
  const blank = leaveProof(proof);
  const named = idOf(proof.verificationMethod);
  const { id, purpose } = proven.signer;
  const chain = readChain(proof, all);
  if (row === null) {
    // What it builds on is nobody's concern, unless that leads nowhere.
    const circles = chain.problems.filter(({ code }) => code === 'malformed');
    return { ...blank, problems: [...judgeNames(proof), ...circles] };
  }
  if (id === null) return { ...blank, key: { ...noKey, state: 'unlisted', detail: 'no issuer is named' } };
  if (named === null)
    return { ...blank, problems: [proofFault('malformed', 'verificationMethod is missing')] };
  const made = textOf(proof.created);
  const { fact, key } = await timed(context, 'issuer', () => resolveKey(id, named, context, purpose, made));
  const outcome = await timed(context, 'proof', () => computeProof(row, proof, chain, key, proven));
  return { ...blank, key: fact, ...outcome };
}

/** The faults of a proof; without any, its arithmetic. */
async function computeProof(
  suite: Suite,
  proof: JsonObject,
  { earlier, problems: ofChain }: Chain,
  key: PublicKey | null,
  { document, graph }: Proven,
): Promise<Pick<ProofFact, 'arithmetic' | 'problems'>> {
  const bare = omit(document, 'proof');
  const read = suite.readSignature(proof);
  const problems = [
    ...ofChain,
    ...(read.ok ? [] : [read.problem]),
    ...judgeKeyMaterial(suite, key),
    ...suite.judgeVocabulary(proof, bare),
  ];
  if (problems.length > 0 || !read.ok || key === null || !key.ok)
    return { arithmetic: 'not-computed', problems };
  const isChained = earlier.length > 0;
  return suite.compute({
    proof,
    document: isChained ? { ...bare, proof: earlier } : bare,
    values: graph.values,
    // Without a chain, what is signed is the document that was canonicalised already.
    graph: isChained ? null : graph.answer,
    key,
    signature: read.signature,
  });
}

/** A proof must say what it is, even one of a kind that is not known here (DI §4.4). */
function judgeNames(proof: JsonObject): Finding[] {
  if (textOf(proof.type) === null) return [proofFault('malformed', 'proof.type is missing')];
  const isNameless = proof.type === 'DataIntegrityProof' && textOf(proof.cryptosuite) === null;
  return isNameless ? [proofFault('malformed', 'proof.cryptosuite is missing')] : [];
}

function judgeKeyMaterial({ keys }: Suite, key: PublicKey | null): Finding[] {
  if (key === null) return [];
  if (!key.ok) return [proofFault('signature', key.detail)];
  return keys.includes(key.kind)
    ? []
    : [proofFault('signature', `the suite does not fit a key of kind ${key.kind}`)];
}

/** True when anything is attached that may be a proof. */
export function hasProof(credential: JsonObject): boolean {
  return objectsOf(credential.proof).length > 0;
}
