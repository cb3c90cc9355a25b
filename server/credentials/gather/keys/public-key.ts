import { createHash, createPublicKey, ECDH, type KeyObject, type X509Certificate } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { base58btc } from 'multiformats/bases/base58';
import { isObject, type JsonObject, textOf } from '../../core/json.ts';

/** Kinds of keys that may sign a credential. */
export type KeyKind = 'Ed25519' | 'P-256' | 'P-384' | 'P-521' | 'secp256k1' | 'RSA';

/** A key ready for use; `id` is the hash of its material. */
export type ReadyKey = { ok: true; kind: KeyKind; object: KeyObject; id: string };

/** A key ready for use, or why it cannot be used. */
export type PublicKey = ReadyKey | { ok: false; detail: string };

const refuse = (detail: string): PublicKey => ({ ok: false, detail });

/** A kind of key by its multicodec: how many bytes it has, and for points the curve in the words of node and JOSE. */
type Codec = { kind: KeyKind; bytes: readonly number[]; curve?: string };

/**
 * Multicodec prefixes of public keys that may sign (verification.md §3.2): two header bytes, raw lengths. RSA keys are
 * PKCS#1 structures of 2048, 3072 and 4096 bits with the usual exponent.
 */
const codecs: Readonly<Record<string, Codec>> = {
  ed01: { kind: 'Ed25519', bytes: [32] },
  e701: { kind: 'secp256k1', bytes: [33], curve: 'secp256k1' },
  '8024': { kind: 'P-256', bytes: [33], curve: 'prime256v1' },
  '8124': { kind: 'P-384', bytes: [49], curve: 'secp384r1' },
  '8224': { kind: 'P-521', bytes: [67], curve: 'secp521r1' },
  '8524': { kind: 'RSA', bytes: [270, 398, 526] },
};

/**
 * The Ed25519 points of small order, sign bit cleared: with one of them as key, a signature of zeros fits any
 * message (verification.md §6.2 no. 17). Values as in libsodium's list.
 */
const smallOrder = new Set([
  `00${'00'.repeat(31)}`,
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

function isSmallOrder(raw: Uint8Array): boolean {
  const copy = Buffer.from(raw);
  copy[31] = (copy[31] ?? 0) & 0x7f;
  return smallOrder.has(copy.toString('hex'));
}

/** More than the longest key here needs; decoding base58 takes time with the square of the length. */
const longestBase58 = 800;

/** Keys of late, by their material: making one ready takes longer than using it. */
const keys = new LRUCache<string, PublicKey>({ max: 2_000, maxSize: 4_000_000 });

function remember(material: string, read: () => PublicKey): PublicKey {
  const known = keys.get(material);
  if (known) return known;
  const key = read();
  keys.set(material, key, { size: material.length + 1 });
  return key;
}

/** Keys by the very object that describes them; documents of did:key and did:jwk are kept, and no document is changed. */
const keysOfMethods = new WeakMap<JsonObject, PublicKey>();

/** Reads the key of a verification method: Multikey, JWK, base58 (2018) or PEM. */
export function readMethodKey(method: JsonObject): PublicKey {
  const known = keysOfMethods.get(method);
  if (known !== undefined) return known;
  const key = readMaterial(method);
  keysOfMethods.set(method, key);
  return key;
}

function readMaterial(method: JsonObject): PublicKey {
  const multibase = textOf(method.publicKeyMultibase);
  if (multibase !== null) return readMultibaseKey(multibase);
  if (isObject(method.publicKeyJwk)) return readJwk(method.publicKeyJwk);
  const base58 = textOf(method.publicKeyBase58);
  if (base58 !== null) return readBase58Key(base58);
  const pem = textOf(method.publicKeyPem);
  return pem === null ? refuse('the key document holds no key') : readPem(pem);
}

/** Reads a Multikey text (`z…`); header and length decide, never the first letters. */
export function readMultibaseKey(text: string): PublicKey {
  if (text.length > longestBase58) return refuse('the key is longer than any that can be used here');
  return remember(`multibase ${text}`, () => importMultibase(text));
}

function importMultibase(text: string): PublicKey {
  let bytes: Uint8Array;
  try {
    bytes = base58btc.decode(text as `z${string}`);
  } catch {
    return refuse('the key is not written in base58');
  }
  const codec = codecs[Buffer.from(bytes.subarray(0, 2)).toString('hex')];
  const raw = bytes.subarray(2);
  if (!codec?.bytes.includes(raw.byteLength)) return refuse('the key is of a kind that cannot be used here');
  if (codec.kind === 'Ed25519') return readEd25519(raw);
  return codec.curve === undefined ? readRsa(raw) : readPoint(raw, codec.kind, codec.curve);
}

function readRsa(raw: Uint8Array): PublicKey {
  try {
    return finish(createPublicKey({ key: Buffer.from(raw), format: 'der', type: 'pkcs1' }), 'RSA');
  } catch {
    return refuse('the key cannot be read');
  }
}

function readBase58Key(text: string): PublicKey {
  if (text.length > longestBase58) return refuse('the key is longer than any that can be used here');
  try {
    const raw = base58btc.decode(`z${text}`);
    return raw.byteLength === 32 ? readEd25519(raw) : refuse('the key has the wrong length');
  } catch {
    return refuse('the key is not written in base58');
  }
}

function readEd25519(raw: Uint8Array): PublicKey {
  const x = Buffer.from(raw).toString('base64url');
  return importJwk({ kty: 'OKP', crv: 'Ed25519', x }, 'Ed25519');
}

function readPoint(raw: Uint8Array, kind: KeyKind, curve: string): PublicKey {
  try {
    // Throws for points that are not on the curve.
    const point = ECDH.convertKey(raw, curve, undefined, undefined, 'uncompressed') as unknown as Buffer;
    const half = (point.length - 1) / 2;
    const x = point.subarray(1, 1 + half).toString('base64url');
    const y = point.subarray(1 + half).toString('base64url');
    return importJwk({ kty: 'EC', crv: kind, x, y }, kind);
  } catch {
    return refuse('the key is no point of its curve');
  }
}

/** Reads a JWK; one meant for encryption is refused, and one whose secret was published with it. */
export function readJwk(jwk: JsonObject): PublicKey {
  return remember(`jwk ${JSON.stringify(jwk)}`, () => selectJwk(jwk));
}

function selectJwk(jwk: JsonObject): PublicKey {
  if (jwk.use === 'enc') return refuse('the key is meant for encryption');
  if (jwk.d !== undefined) return refuse('the secret part of the key was published with it');
  const { kty, crv } = jwk;
  if (kty === 'OKP' && crv === 'Ed25519' && typeof jwk.x === 'string') {
    const raw = Buffer.from(jwk.x, 'base64url');
    return raw.length === 32 ? readEd25519(raw) : refuse('the key has the wrong length');
  }
  const kind = (['P-256', 'P-384', 'P-521', 'secp256k1'] as const).find((curve) => curve === crv);
  if (kty === 'EC' && kind)
    return importJwk({ kty, crv: crv ?? null, x: jwk.x ?? null, y: jwk.y ?? null }, kind);
  if (kty === 'RSA') return importJwk({ kty, n: jwk.n ?? null, e: jwk.e ?? null }, 'RSA');
  return refuse('the key is of a kind that cannot be used here');
}

function importJwk(key: JsonObject, kind: KeyKind): PublicKey {
  try {
    return finish(createPublicKey({ key, format: 'jwk' }), kind);
  } catch {
    return refuse('the key cannot be read');
  }
}

/** Reads a PEM SPKI key, as OB 2.0 publishes it. */
export function readPem(pem: string): PublicKey {
  return remember(`pem ${pem}`, () => importPem(pem));
}

function importPem(pem: string): PublicKey {
  try {
    return readObject(createPublicKey(pem));
  } catch {
    return refuse('the key is no readable PEM');
  }
}

/** The key of a certificate; whether the certificate is to be believed is another question. */
export function readCertificateKey(certificate: X509Certificate): PublicKey {
  return readObject(certificate.publicKey);
}

function readObject(object: KeyObject): PublicKey {
  const curve = object.asymmetricKeyDetails?.namedCurve;
  const kinds: Record<string, KeyKind> = {
    rsa: 'RSA',
    ed25519: 'Ed25519',
    prime256v1: 'P-256',
    secp384r1: 'P-384',
    secp521r1: 'P-521',
    secp256k1: 'secp256k1',
  };
  const kind = kinds[curve ?? object.asymmetricKeyType ?? ''];
  return kind ? finish(object, kind) : refuse('the key is of a kind that cannot be used here');
}

function finish(object: KeyObject, kind: KeyKind): PublicKey {
  const { modulusLength = 0, publicExponent = 0n } = object.asymmetricKeyDetails ?? {};
  if (kind === 'RSA' && modulusLength < 2048) return refuse('the RSA key is shorter than 2048 bits');
  // With the exponent 1 everybody can write signatures that fit.
  if (kind === 'RSA' && publicExponent < 3n) return refuse('the RSA key accepts any signature');
  const material = object.export({ type: 'spki', format: 'der' });
  // The key itself is the end of its structure.
  if (kind === 'Ed25519' && isSmallOrder(material.subarray(-32)))
    return refuse('the key is one of those that accept any signature');
  return { ok: true, kind, object, id: createHash('sha256').update(material).digest('base64') };
}
