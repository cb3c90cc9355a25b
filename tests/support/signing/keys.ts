import {
  createECDH,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
} from 'node:crypto';
import type { JWK } from 'jose';
import { base58btc } from 'multiformats/bases/base58';
import type { JsonObject } from '#server/credentials/core/json.ts';

/** Kinds of throw-away keys. */
export type KeyAlgorithm = 'EdDSA' | 'ES256' | 'ES384' | 'ES512' | 'ES256K' | 'RS256';

/** A private key with the id under which its issuer publishes it. */
export type SigningKey = { methodId: string; jwk: JWK };

/** A throw-away private key as JWK. */
export type PrivateKey = { alg: KeyAlgorithm; jwk: JsonWebKey };

const curves = {
  ES256: { curve: 'prime256v1', crv: 'P-256', bytes: 32 },
  ES384: { curve: 'secp384r1', crv: 'P-384', bytes: 48 },
  ES512: { curve: 'secp521r1', crv: 'P-521', bytes: 66 },
  ES256K: { curve: 'secp256k1', crv: 'secp256k1', bytes: 32 },
} as const;

const rsaKeys = new Map<string, JsonWebKey>();

/** A key that follows from the seed. RSA keys cannot be seeded: one is made a seed and process. */
export function makeKey(alg: KeyAlgorithm, seed: string): PrivateKey {
  if (alg === 'RS256') return { alg, jwk: rsaKey(seed) };
  if (alg === 'EdDSA') return { alg, jwk: ed25519Key(seed) };
  const { curve, crv, bytes } = curves[alg];
  const ecdh = createECDH(curve);
  // The leading zero keeps the number below the order of the curve.
  ecdh.setPrivateKey(Buffer.concat([Buffer.from([0]), digest(seed).subarray(0, Math.min(64, bytes - 1))]));
  const point = ecdh.getPublicKey();
  const [x, y] = [point.subarray(1, 1 + bytes), point.subarray(1 + bytes)].map((half) =>
    half.toString('base64url'),
  );
  const d = ecdh.getPrivateKey();
  const padded = Buffer.concat([Buffer.alloc(bytes - d.length), d]).toString('base64url');
  return { alg, jwk: { kty: 'EC', crv, x: x ?? '', y: y ?? '', d: padded } };
}

function digest(seed: string): Buffer {
  return createHash('sha512').update(seed).digest();
}

function ed25519Key(seed: string): JsonWebKey {
  const header = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([header, digest(seed).subarray(0, 32)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
}

function rsaKey(seed: string): JsonWebKey {
  const known = rsaKeys.get(seed);
  if (known) return known;
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  rsaKeys.set(seed, jwk);
  return jwk;
}

/** The public part of a key. */
export function publicJwk({ jwk }: PrivateKey): JsonObject {
  const { kty, crv, x, y, n, e } = jwk;
  const members = Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as JsonObject;
}

const headers: Record<KeyAlgorithm, string> = {
  EdDSA: 'ed01',
  ES256: '8024',
  ES384: '8124',
  ES512: '8224',
  ES256K: 'e701',
  RS256: '8524',
};

/** A public key as Multikey text: points are compressed, RSA keys are PKCS#1. */
export function toMultibase(key: PrivateKey): string {
  const header = Buffer.from(headers[key.alg], 'hex');
  return base58btc.encode(Uint8Array.from([...header, ...rawKey(key)]));
}

function rawKey(key: PrivateKey): Uint8Array {
  const [x, y] = [key.jwk.x ?? '', key.jwk.y ?? ''].map((half) => Buffer.from(half, 'base64url'));
  if (key.alg === 'EdDSA') return x ?? new Uint8Array();
  if (key.alg !== 'RS256') return Uint8Array.from([2 + ((y?.at(-1) ?? 0) & 1), ...(x ?? [])]);
  const open = createPublicKey({ key: publicJwk(key) as JsonWebKey, format: 'jwk' });
  return open.export({ format: 'der', type: 'pkcs1' });
}

/** The public part as PEM, as OB 2.0 publishes it. */
export function toPem(key: PrivateKey): string {
  const open = createPublicKey({ key: publicJwk(key) as JsonWebKey, format: 'jwk' });
  return open.export({ format: 'pem', type: 'spki' }).toString();
}
