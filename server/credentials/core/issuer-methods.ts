import { asArray, isObject, type JsonObject, objectsOf, textOf } from './json.ts';

/** What an issuer's document says about a key. */
export type ListedMethod = { ok: true; method: JsonObject } | { ok: false; detail: string };

/** What a key may be used for: to sign credentials, or to show who holds them (CID, "Verification Relationships"). */
export type KeyPurpose = 'assertionMethod' | 'authentication';

/** The full id of a key that may be written relative to its document. */
export function absoluteMethodId(documentId: string, id: string): string {
  return id.startsWith('#') ? `${documentId}${id}` : id;
}

/**
 * Looks for a key in the signer's own document, under the purpose that it was used for: credentials are signed for
 * `assertionMethod` (DI §4.4, verification.md §3.1). References and embedded methods both count; for assertions a
 * profile's plain `publicKey` does too.
 */
export function findListedMethod(
  document: JsonObject,
  issuerId: string,
  methodId: string,
  purpose: KeyPurpose = 'assertionMethod',
): ListedMethod {
  const wanted = absoluteMethodId(issuerId, methodId);
  const allowed = listMethods(document, issuerId, purpose);
  const method = allowed.find((entry) => absoluteMethodId(issuerId, textOf(entry.id) ?? '') === wanted);
  const use = purpose === 'assertionMethod' ? 'assertions' : 'authentication';
  if (!method) return { ok: false, detail: `${issuerId} does not list ${methodId} for ${use}` };
  const controller = textOf(method.controller) ?? textOf(method.owner);
  if (controller !== null && controller !== issuerId)
    return { ok: false, detail: `the key ${methodId} belongs to ${controller}, not to ${issuerId}` };
  return { ok: true, method };
}

/** Every key that the document allows to be used for a purpose. */
export function listMethods(
  document: JsonObject,
  issuerId: string,
  purpose: KeyPurpose = 'assertionMethod',
): JsonObject[] {
  const described = [...objectsOf(document.verificationMethod), ...objectsOf(document.publicKey)];
  const hasPurposes = purpose !== 'assertionMethod' || document.assertionMethod !== undefined;
  const isProfile = !issuerId.startsWith('did:');
  const referred = asArray(document[purpose]).flatMap((entry) => {
    if (isObject(entry)) return [entry];
    if (typeof entry !== 'string') return [];
    const id = absoluteMethodId(issuerId, entry);
    return described.filter((method) => absoluteMethodId(issuerId, textOf(method.id) ?? '') === id);
  });
  return isProfile && !hasPurposes ? objectsOf(document.publicKey) : referred;
}

/** The JWKs that a document publishes under `jwks` or as methods, each with its key id. */
export function listJwks(document: JsonObject, issuerId: string): { kid: string | null; jwk: JsonObject }[] {
  const set = isObject(document.jwks) ? objectsOf(document.jwks.keys) : objectsOf(document.keys);
  const methods = listMethods(document, issuerId).flatMap((method) =>
    isObject(method.publicKeyJwk) ? [{ kid: textOf(method.id), jwk: method.publicKeyJwk }] : [],
  );
  return [...methods, ...set.map((jwk) => ({ kid: textOf(jwk.kid), jwk }))];
}
