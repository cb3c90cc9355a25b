import { isObject, type JsonObject, objectsOf, textOf } from './json.ts';

/** Where a receipt says that its root is written: a chain, its network, and the transaction (none on the mock network). */
export type AnchorName = { chain: string; network: string; transaction: string | null };

/** A step up the tree: the neighbour's hash and the side it stands on. */
export type PathStep = { side: 'left' | 'right'; hash: string };

/** A Merkle receipt, as both proof suites of Blockcerts write it. Hashes are hexadecimal. */
export type Receipt = { targetHash: string; merkleRoot: string; path: PathStep[]; anchor: AnchorName };

/** A receipt, or why it cannot be read. */
export type ReadReceipt = { ok: true; receipt: Receipt } | { ok: false; detail: string };

/** A tree of 2^24 certificates is larger than any batch. */
export const mostSteps = 24;

const hashForm = /^[0-9a-f]{64}$/i;

/** True for a SHA-256 hash in hexadecimal digits. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && hashForm.test(value);
}

/** The hash at the end of the path; `digest` is SHA-256 over the bytes of a hexadecimal text (verification.md §2.11). */
export function followPath({ targetHash, path }: Receipt, digest: (hex: string) => string): string {
  return path.reduce(
    (hash, step) => digest(step.side === 'left' ? step.hash + hash : hash + step.hash),
    targetHash.toLowerCase(),
  );
}

/** Only main networks cost anything to write to; every other anchor is one for demonstrations. */
export function isDemoNetwork({ network }: AnchorName): boolean {
  return network !== 'mainnet';
}

/** True where there is no chain at all, so that nobody signed anything. */
export function isMocknet({ chain }: AnchorName): boolean {
  return chain === 'mocknet';
}

/** Reads the receipt of MerkleProof2017, the member `signature` of a Blockcert 2. `issuingAddress` tells a chain that is not named. */
export function readReceipt2017(signature: JsonObject, issuingAddress: string | null): ReadReceipt {
  const { targetHash, merkleRoot } = signature;
  const steps = Array.isArray(signature.proof) ? signature.proof : [];
  const path = steps.flatMap(readStep);
  const [named] = objectsOf(signature.anchors);
  if (!isHash(targetHash) || !isHash(merkleRoot)) return { ok: false, detail: 'the receipt names no hashes' };
  if (path.length !== steps.length || path.length > mostSteps)
    return { ok: false, detail: 'the path of the receipt cannot be read' };
  if (!named) return { ok: false, detail: 'the receipt names no blockchain entry' };
  const anchor = readAnchor2017(named, issuingAddress);
  if (anchor === null) return { ok: false, detail: 'the receipt names no transaction' };
  return { ok: true, receipt: { targetHash, merkleRoot: merkleRoot.toLowerCase(), path, anchor } };
}

function readStep(step: unknown): PathStep[] {
  if (!isObject(step)) return [];
  const { left, right } = step;
  if (isHash(left) && right === undefined) return [{ side: 'left', hash: left }];
  return isHash(right) && left === undefined ? [{ side: 'right', hash: right }] : [];
}

const chainNames: Readonly<Record<string, string>> = { bitcoin: 'btc', ethereum: 'eth', polygon: 'mtc' };

function readAnchor2017(anchor: JsonObject, issuingAddress: string | null): AnchorName | null {
  const stated = textOf(anchor.chain)?.toLowerCase() ?? null;
  const transaction = textOf(anchor.sourceId);
  if (stated === 'mockchain' || stated === 'mocknet')
    return { chain: 'mocknet', network: 'mocknet', transaction: null };
  if (transaction === null || !isTransactionId(transaction)) return null;
  const parts = /^(bitcoin|ethereum|polygon)([a-z]+)$/.exec(stated ?? '');
  if (parts) return { chain: chainNames[parts[1] ?? ''] ?? '', network: parts[2] ?? '', transaction };
  if (stated !== null) return { chain: stated.slice(0, 40), network: 'unknown', transaction };
  if (anchor.type === 'ETHData') return { chain: 'eth', network: 'mainnet', transaction };
  const isMain = /^(?:[13]|bc1)/.test(issuingAddress ?? '');
  return { chain: 'btc', network: isMain ? 'mainnet' : 'testnet', transaction };
}

/** True for the hash of a transaction, with or without `0x`. */
export function isTransactionId(text: string): boolean {
  return /^(?:0x)?[0-9a-f]{64}$/i.test(text);
}

const networks2019: Readonly<Record<string, { chain: string; networks: Readonly<Record<number, string>> }>> =
  {
    0: { chain: 'btc', networks: { 1: 'mainnet', 3: 'testnet' } },
    1: {
      chain: 'eth',
      networks: { 1: 'mainnet', 3: 'ropsten', 4: 'rinkeby', 5: 'goerli', 11155111: 'sepolia' },
    },
    2: { chain: 'mtc', networks: { 137: 'mainnet', 80001: 'mumbai' } },
  };

/** The chain and network behind the numbers of MerkleProof2019 (lds-merkle-proof-2019 `Keymap`); null when they name none. */
export function nameNetwork2019(chain: unknown, network: unknown): Omit<AnchorName, 'transaction'> | null {
  if (chain === -1) return { chain: 'mocknet', network: 'mocknet' };
  const known = typeof chain === 'number' ? networks2019[chain] : undefined;
  const name = typeof network === 'number' ? known?.networks[network] : undefined;
  return known && name ? { chain: known.chain, network: name } : null;
}
