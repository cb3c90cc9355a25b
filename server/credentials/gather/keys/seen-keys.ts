import { createHash } from 'node:crypto';
import { listJwks, listMethods } from '../../core/issuer-methods.ts';
import { type JsonObject, textOf } from '../../core/json.ts';
import { momentOf } from '../../core/registries/entry.ts';
import { readJwk, readMethodKey } from './public-key.ts';

/** A key as an issuer's document publishes it; `document` is null for keys that an id holds in itself. */
export type PublishedKey = {
  issuerId: string;
  methodId: string;
  /** Verification method, JWK or key document. */
  method: JsonObject;
  document: JsonObject | null;
  /** True when a proof names it. */
  isUsed: boolean;
};

/** Is told of keys on the way; nobody listens unless keys are to be kept. */
export type KeyListener = (key: PublishedKey) => void;

/** A key of an issuer as it is kept over time. Times are ISO texts as published. */
export type KeySeen = {
  issuerId: string;
  methodId: string;
  /** RFC 7638 thumbprint. */
  thumbprint: string;
  kind: string;
  isUsed: boolean;
  revokedAt: string | null;
  expiresAt: string | null;
  documentHash: string | null;
};

const mostKeys = 30;
const longestName = 500;

/** Tells of every key that an issuer's document allows to sign credentials. */
export function tellOfDocument(issuerId: string, document: JsonObject, listener: KeyListener): void {
  const frame = { issuerId, document: issuerId.startsWith('did:key:') ? null : document, isUsed: false };
  for (const method of listMethods(document, issuerId).slice(0, mostKeys)) {
    const methodId = textOf(method.id);
    if (methodId !== null) listener({ ...frame, methodId, method });
  }
  for (const { kid, jwk } of listJwks({ jwks: document.jwks ?? {} }, issuerId).slice(0, mostKeys))
    if (kid !== null) listener({ ...frame, methodId: kid, method: jwk });
}

/**
 * What is kept of the keys told of, each once. It was used when a proof names it and proofs held (`isProven`). Keys that
 * cannot be read are left out.
 */
export function describeKeys(keys: readonly PublishedKey[], isProven: boolean): KeySeen[] {
  const seen = new Map<string, KeySeen>();
  for (const key of keys) {
    const described = describeKey(key);
    if (described === null) continue;
    const { issuerId, methodId, thumbprint } = described;
    const name = [issuerId, methodId, thumbprint].join(' ');
    const isUsed = (isProven && described.isUsed) || (seen.get(name)?.isUsed ?? false);
    seen.set(name, { ...described, isUsed });
  }
  return [...seen.values()].slice(0, mostKeys);
}

function describeKey({ issuerId, methodId, method, document, isUsed }: PublishedKey): KeySeen | null {
  // Ids of keys are shown and kept as they differ from the issuer's.
  const own = methodId.startsWith(`${issuerId}#`) ? methodId.slice(issuerId.length) : methodId;
  const key = method.kty === undefined ? readMethodKey(method) : readJwk(method);
  if (!key.ok || own.length > longestName) return null;
  const { kty, crv, x, y, n, e } = key.object.export({ format: 'jwk' });
  // The members that RFC 7638 §3.2 asks for, in the order of their names.
  const material = kty === 'RSA' ? { e, kty, n } : kty === 'EC' ? { crv, kty, x, y } : { crv, kty, x };
  return {
    issuerId,
    methodId: own,
    thumbprint: createHash('sha256').update(JSON.stringify(material)).digest('base64url'),
    kind: key.kind,
    isUsed,
    revokedAt: momentOf(method.revoked),
    expiresAt: momentOf(method.expires),
    documentHash:
      document === null ? null : createHash('sha256').update(JSON.stringify(document)).digest('hex'),
  };
}
