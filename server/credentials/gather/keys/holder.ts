import { isObject, type JsonObject, objectsOf, textOf } from '../../core/json.ts';
import { type PublicKey, readJwk, readMethodKey } from './public-key.ts';
import { documentOf, isSelfDescribing } from './self-describing.ts';

/** The key that a credential is bound to, and the DID that stands for it. */
export type Holder = { did: string; key: PublicKey };

/**
 * The holder's key of a `cnf` claim (RFC 7800): a JWK, or a `kid` that is a DID with its key inside. Null for the
 * other kinds, which nobody can prove here.
 */
export function readHolder(cnf: JsonObject): Holder | null {
  if (isObject(cnf.jwk)) {
    const key = readJwk(cnf.jwk);
    const did = key.ok ? didJwkOf(cnf.jwk) : null;
    return did === null ? null : { did, key };
  }
  const did = textOf(cnf.kid)?.split('#')[0] ?? '';
  const document = isSelfDescribing(did) ? documentOf(did) : null;
  const [method] = document === null ? [] : objectsOf(document.verificationMethod);
  return method === undefined ? null : { did, key: readMethodKey(method) };
}

/**
 * The did:jwk of a key, written from its required members in alphabetical order (those of RFC 7638), so that one key
 * has one DID however its JWK was spelled.
 */
export function didJwkOf(jwk: JsonObject): string | null {
  const names = { EC: ['crv', 'kty', 'x', 'y'], OKP: ['crv', 'kty', 'x'], RSA: ['e', 'kty', 'n'] }[
    textOf(jwk.kty) ?? ''
  ];
  if (!names?.every((name) => typeof jwk[name] === 'string')) return null;
  const members = Object.fromEntries(names.map((name) => [name, jwk[name] ?? null]));
  return `did:jwk:${Buffer.from(JSON.stringify(members)).toString('base64url')}`;
}
