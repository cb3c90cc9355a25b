import type { ProofFact } from '../../core/facts.ts';
import { type JsonObject, textOf } from '../../core/json.ts';
import { findAlgorithm, isSignedBy } from '../keys/algorithms.ts';
import { computeDerivedProof, isBaseProof, readDerivedProof } from './ecdsa-sd-2023.ts';
import {
  compareVocabulary,
  digestFor,
  hashGraphs,
  hashJson,
  refuseVocabulary,
  type SignedHashes,
} from './hashes.ts';
import { readDetachedJws, readProofValue } from './signatures.ts';
import { notComputed, type ProofInput, type ProofOutcome, proofFault, type Suite } from './suite.ts';

/** Signed is hash(proof options) ‖ hash(document), by the algorithm of the key. */
async function computePlain(input: ProofInput, hashes: SignedHashes): Promise<ProofOutcome> {
  if (!hashes.ok) return notComputed(...hashes.problems);
  const { key, signature } = input;
  const hash = key.kind === 'Ed25519' ? null : digestFor(input);
  const isRight = isSignedBy(key, { hash }, hashes.bytes, signature.bytes);
  return { arithmetic: isRight ? 'right' : 'wrong', problems: [] };
}

/** As before, with the header of the JWS in front; it names the algorithm, and the key decides whether it may. */
async function computeJws(input: ProofInput, hashes: SignedHashes): Promise<ProofOutcome> {
  if (!hashes.ok) return notComputed(...hashes.problems);
  const { key, signature } = input;
  const { alg = '', text = '' } = signature.header ?? {};
  const algorithm = findAlgorithm(alg);
  if (algorithm === null) return notComputed(proofFault('unsupported-suite', `the algorithm ${alg}`));
  if (!algorithm.kinds.includes(key.kind))
    return notComputed(proofFault('signature', `${alg} does not fit a key of kind ${key.kind}`));
  const signed = Buffer.concat([Buffer.from(`${text}.`), hashes.bytes]);
  return {
    arithmetic: isSignedBy(key, algorithm, signed, signature.bytes) ? 'right' : 'wrong',
    problems: [],
  };
}

const overGraph = {
  covers: 'graph',
  readSignature: readProofValue,
  judgeVocabulary: refuseVocabulary,
  compute: async (input) => computePlain(input, await hashGraphs(input, digestFor(input))),
} satisfies Partial<Suite>;

const withJws = { ...overGraph, readSignature: readDetachedJws } satisfies Partial<Suite>;

/** The vocabulary of proof options in the year 2018, whatever the document's. */
const vocabularyOf2018 = 'https://w3id.org/security/v2';

/** Suites of `DataIntegrityProof`, by `cryptosuite` (verification.md §2.5). */
const cryptosuites: Readonly<Record<string, Suite>> = {
  'eddsa-rdfc-2022': { ...overGraph, keys: ['Ed25519'] },
  'ecdsa-rdfc-2019': { ...overGraph, keys: ['P-256', 'P-384'] },
  'eddsa-jcs-2022': {
    keys: ['Ed25519'],
    covers: 'json',
    readSignature: readProofValue,
    judgeVocabulary: compareVocabulary,
    compute: async (input) => computePlain(input, await hashJson(input)),
  },
  'ecdsa-sd-2023': {
    ...overGraph,
    keys: ['P-256'],
    readSignature: readDerivedProof,
    compute: computeDerivedProof,
  },
};

/** Suites that are a proof type of their own. */
const proofTypes: Readonly<Record<string, Suite>> = {
  Ed25519Signature2020: { ...overGraph, keys: ['Ed25519'] },
  Ed25519Signature2018: {
    ...withJws,
    keys: ['Ed25519'],
    compute: async (input) => computeJws(input, await hashGraphs(input, 'sha256', vocabularyOf2018)),
  },
  JsonWebSignature2020: {
    ...withJws,
    keys: ['Ed25519', 'P-256', 'P-384', 'secp256k1', 'RSA'],
    compute: async (input) => computeJws(input, await hashGraphs(input, 'sha256')),
  },
};

/** Kinds of proofs that are known by name; of the others nothing can be said. */
const knownTypes = [
  'DataIntegrityProof',
  ...Object.keys(proofTypes),
  'EcdsaSecp256k1Signature2019',
  'MerkleProof2017',
  'MerkleProof2019',
];

/** A proof's suite, its name for people, and how far it is supported. */
export type FoundSuite = Pick<ProofFact, 'suite' | 'support'> & { row: Suite | null };

/** Finds how a proof is verified: by its type, and a `DataIntegrityProof` by its cryptosuite. */
export function findSuite(proof: JsonObject): FoundSuite {
  const type = textOf(proof.type) ?? 'a proof without type';
  const isGeneric = type === 'DataIntegrityProof';
  const suite = isGeneric ? (textOf(proof.cryptosuite) ?? 'no cryptosuite') : type;
  const table = isGeneric ? cryptosuites : proofTypes;
  if (suite === 'ecdsa-sd-2023' && isGeneric && isBaseProof(proof)) return { ...baseProof, row: null };
  const row = (Object.hasOwn(table, suite) ? table[suite] : undefined) ?? null;
  if (row !== null) return { suite, support: 'supported', row };
  return { suite, support: knownTypes.includes(type) ? 'unsupported' : 'unknown-type', row };
}

/** Whoever holds a base proof has to derive one that others may see. */
const baseProof = {
  suite: 'ecdsa-sd-2023 (a base proof; a wallet derives one for others from it)',
  support: 'unsupported',
} as const;
