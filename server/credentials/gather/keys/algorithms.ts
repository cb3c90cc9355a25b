import { constants, hash as digest, verify } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { KeyKind, ReadyKey } from './public-key.ts';

/** A signature algorithm of JOSE: the keys it fits, the hash it takes (null: its own), its padding. */
type Algorithm = { kinds: readonly KeyKind[]; hash: string | null; pss?: true };

const algorithms: Readonly<Record<string, Algorithm>> = {
  RS256: { kinds: ['RSA'], hash: 'sha256' },
  RS384: { kinds: ['RSA'], hash: 'sha384' },
  RS512: { kinds: ['RSA'], hash: 'sha512' },
  PS256: { kinds: ['RSA'], hash: 'sha256', pss: true },
  ES256: { kinds: ['P-256'], hash: 'sha256' },
  ES384: { kinds: ['P-384'], hash: 'sha384' },
  ES512: { kinds: ['P-521'], hash: 'sha512' },
  ES256K: { kinds: ['secp256k1'], hash: 'sha256' },
  EdDSA: { kinds: ['Ed25519'], hash: null },
  Ed25519: { kinds: ['Ed25519'], hash: null },
};

/** The algorithm of this name, or null for every other: `none` and those of shared secrets are not among them. */
export function findAlgorithm(name: string): Algorithm | null {
  return (Object.hasOwn(algorithms, name) ? algorithms[name] : undefined) ?? null;
}

type Arithmetic = Pick<Algorithm, 'hash' | 'pss'>;

/** Outcomes of late, by the hash of everything that they follow from: what is looked at again costs no arithmetic. */
const outcomes = new LRUCache<string, boolean>({ max: 20_000 });

/** The arithmetic alone: true when the signature fits the bytes and the key. ECDSA signatures are r‖s. Never throws. */
export function isSignedBy(
  key: ReadyKey,
  algorithm: Arithmetic,
  signed: Uint8Array,
  signature: Uint8Array,
): boolean {
  // RSA is checked as fast as remembered.
  if (key.kind === 'RSA') return computeSignature(key, algorithm, signed, signature);
  const manner = `${key.id} ${algorithm.hash} ${algorithm.pss === true} ${signature.byteLength} `;
  const hash = digest('sha256', Buffer.concat([Buffer.from(manner), signature, signed]), 'base64');
  const known = outcomes.get(hash);
  if (known !== undefined) return known;
  const fits = computeSignature(key, algorithm, signed, signature);
  outcomes.set(hash, fits);
  return fits;
}

function computeSignature(
  key: ReadyKey,
  { hash, pss }: Arithmetic,
  signed: Uint8Array,
  signature: Uint8Array,
): boolean {
  const padding = pss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : {};
  try {
    return verify(hash, signed, { key: key.object, dsaEncoding: 'ieee-p1363', ...padding }, signature);
  } catch {
    return false;
  }
}
