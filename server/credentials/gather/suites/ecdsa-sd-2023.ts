import { decode } from 'cborg';
import { type JsonObject, textOf } from '../../core/json.ts';
import { readDisclosure } from '../../threads/canonize.ts';
import { isSignedBy } from '../keys/algorithms.ts';
import {
  explainGraph,
  notComputed,
  type ProofInput,
  type ProofOutcome,
  proofFault,
  type ReadSignature,
} from './suite.ts';

/* DI ECDSA §3.5: the holder reveals some of the issuer's statements; each bears a signature of its own. */

const [baseHeader, derivedHeader] = ['d95d00', 'd95d01'];
const headerBytes = 3;
const longestText = 512 * 1024;

function bytesOf(proof: JsonObject): Buffer | null {
  const text = textOf(proof.proofValue);
  if (text === null || text.length > longestText || !/^u[\w-]+$/.test(text)) return null;
  return Buffer.from(text.slice(1), 'base64url');
}

const headerOf = (bytes: Buffer) => bytes.subarray(0, headerBytes).toString('hex');

/** True for the issuer's own proof, which holds the secret that hides what is not revealed: only its holder can use it. */
export function isBaseProof(proof: JsonObject): boolean {
  const bytes = bytesOf(proof);
  return bytes !== null && headerOf(bytes) === baseHeader;
}

/**
 * Looks through the proof value of a derived proof before anything is computed from it. Two nodes must not bear one
 * label: that would let a holder tear one signed thing into two.
 */
export function readDerivedProof(proof: JsonObject): ReadSignature {
  const refuse = (code: 'malformed' | 'signature', detail: string): ReadSignature => ({
    ok: false,
    problem: proofFault(code, detail),
  });
  if (textOf(proof.proofValue) === null) return refuse('malformed', 'proofValue is missing');
  const bytes = bytesOf(proof);
  if (bytes === null || headerOf(bytes) !== derivedHeader)
    return refuse('signature', 'proofValue is not that of a derived proof');
  const parts = decodeParts(bytes.subarray(headerBytes));
  if (parts === null) return refuse('signature', 'proofValue is not made as a derived proof is');
  const labels = [...parts.labels.values()].map((label) => Buffer.from(label).toString('hex'));
  if (new Set(labels).size !== labels.length)
    return refuse('signature', 'the proof gives two things one label');
  return { ok: true, signature: { bytes } };
}

const isBytes = (value: unknown, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length;

function decodeParts(bytes: Uint8Array): { labels: Map<unknown, Uint8Array> } | null {
  const tags: ((inner: unknown) => unknown)[] = [];
  // Some encoders tag byte strings as arrays of bytes.
  tags[64] = (inner) => inner;
  try {
    const read: unknown = decode(bytes, { useMaps: true, rejectDuplicateMapKeys: true, tags });
    if (!Array.isArray(read) || read.length !== 5) return null;
    const [base, key, signatures, labels, indexes]: unknown[] = read;
    const isSound =
      isBytes(base, 64) &&
      isBytes(key, 35) &&
      Buffer.from(key.subarray(0, 2)).toString('hex') === '8024' &&
      Array.isArray(signatures) &&
      signatures.every((signature) => isBytes(signature, 64)) &&
      labels instanceof Map &&
      [...labels].every(([place, label]) => Number.isInteger(place) && isBytes(label, 32)) &&
      Array.isArray(indexes) &&
      indexes.every((index) => Number.isInteger(index)) &&
      new Set(indexes).size === indexes.length;
    return isSound ? { labels: labels as Map<unknown, Uint8Array> } : null;
  } catch {
    return null;
  }
}

/** Every revealed statement must bear its signature, and the issuer's key must stand behind them all. */
export async function computeDerivedProof(input: ProofInput): Promise<ProofOutcome> {
  const { proof, document, values, key } = input;
  const answer = await readDisclosure(document, proof, values);
  if (!answer.ok) return notComputed(explainGraph(answer));
  const { holds, signed, signature } = answer;
  const isRight = holds && isSignedBy(key, { hash: 'sha256' }, signed, signature);
  return { arithmetic: isRight ? 'right' : 'wrong', problems: [] };
}
