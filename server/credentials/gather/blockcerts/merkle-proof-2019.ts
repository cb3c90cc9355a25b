import { decode } from 'cborg';
import { base58btc } from 'multiformats/bases/base58';
import {
  type AnchorName,
  isHash,
  isTransactionId,
  mostSteps,
  nameNetwork2019,
  type PathStep,
  type ReadReceipt,
} from '../../core/receipt.ts';

/** Decoding base58 takes time with the square of its length; 24 steps need less than this. */
const mostLetters = 2_800;
const refuse = (detail: string): ReadReceipt => ({ ok: false, detail });

/** Reads `proofValue` of MerkleProof2019: base58 over CBOR pairs, whose texts are CBOR again (verification.md §2.11). */
export function readReceipt2019(proofValue: string): ReadReceipt {
  if (proofValue.length > mostLetters) return refuse('proofValue is longer than any receipt');
  try {
    const pairs = readPairs(decodeCbor(base58btc.decode(proofValue as `z${string}`)));
    if (pairs === null) return refuse('proofValue holds no receipt, or the same part twice');
    return composeReceipt(pairs);
  } catch {
    return refuse('proofValue is not base58 over CBOR');
  }
}

function composeReceipt(pairs: ReadonlyMap<number, unknown>): ReadReceipt {
  const [merkleRoot, targetHash] = [readText(pairs.get(0)), readText(pairs.get(1))];
  if (!isHash(merkleRoot) || !isHash(targetHash)) return refuse('the receipt names no hashes');
  const steps = pairs.get(3) ?? [];
  const path = Array.isArray(steps) && steps.length <= mostSteps ? steps.flatMap(readStep) : [];
  if (!Array.isArray(steps) || path.length !== steps.length)
    return refuse('the path of the receipt cannot be read');
  const anchors = pairs.get(2);
  const anchor = Array.isArray(anchors) ? readAnchor(anchors[0]) : null;
  if (anchor === null) return refuse('the receipt names no blockchain entry that is known here');
  return { ok: true, receipt: { targetHash, merkleRoot: merkleRoot.toLowerCase(), path, anchor } };
}

function decodeCbor(bytes: Uint8Array): unknown {
  return decode(bytes, { useMaps: true, rejectDuplicateMapKeys: true, allowIndefinite: false });
}

/** Numbered parts, written as pairs or as a map; null when they are neither or one is there twice. */
function readPairs(value: unknown): ReadonlyMap<number, unknown> | null {
  const entries: unknown[] = value instanceof Map ? [...value] : Array.isArray(value) ? value : [];
  const pairs = new Map<number, unknown>();
  for (const entry of entries) {
    if (!Array.isArray(entry) || entry.length !== 2) return null;
    const [key, item] = entry as [unknown, unknown];
    if (typeof key !== 'number' || pairs.has(key)) return null;
    pairs.set(key, item);
  }
  return pairs.size === 0 ? null : pairs;
}

function readText(value: unknown): unknown {
  return value instanceof Uint8Array ? decodeCbor(value) : value;
}

function readStep(step: unknown): PathStep[] {
  if (!Array.isArray(step) || step.length !== 2) return [];
  const [side, hash] = [step[0] as unknown, readText(step[1])];
  if ((side !== 0 && side !== 1) || !isHash(hash)) return [];
  return [{ side: side === 0 ? 'left' : 'right', hash }];
}

function readAnchor(value: unknown): AnchorName | null {
  const pairs = readPairs(value);
  const name = pairs === null ? null : nameNetwork2019(pairs.get(0), pairs.get(1));
  if (pairs === null || name === null) return null;
  if (name.chain === 'mocknet') return { ...name, transaction: null };
  const transaction = readText(pairs.get(2));
  return typeof transaction === 'string' && isTransactionId(transaction) ? { ...name, transaction } : null;
}
