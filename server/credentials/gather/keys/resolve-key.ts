import { calculateJwkThumbprint, type JWK } from 'jose';
import type { IssuerDocument, KeyFact } from '../../core/facts.ts';
import {
  absoluteMethodId,
  findListedMethod,
  type KeyPurpose,
  listJwks,
  listMethods,
} from '../../core/issuer-methods.ts';
import { isObject, type JsonObject, textOf } from '../../core/json.ts';
import type { GatherContext } from '../context.ts';
import { findJwks, resolveIssuer } from '../issuer.ts';
import { type PublicKey, readJwk, readMethodKey } from './public-key.ts';
import { completeMethodId, documentOf, isSelfDescribing } from './self-describing.ts';

/** What the issuer says about a key, and the key itself where it is known. */
export type ResolvedKey = { fact: KeyFact; key: PublicKey | null };

const state = (
  name: Exclude<KeyFact['state'], 'published'>,
  methodId: string | null,
  detail: string,
): KeyFact => ({
  state: name,
  methodId,
  detail,
});

const published = (methodId: string, method: JsonObject): KeyFact => ({
  state: 'published',
  methodId,
  revoked: textOf(method.revoked),
  expires: textOf(method.expires),
});

/**
 * Finds the key that a proof names, in the document of the issuer (verification.md §3.1). A self-describing key of
 * somebody else is used for the arithmetic only, and reported as not the issuer's. `at` is the date that the proof
 * states, for issuers whose keys are known over time.
 */
export async function resolveKey(
  issuerId: string,
  named: string,
  context: GatherContext,
  purpose: KeyPurpose = 'assertionMethod',
  at: string | null = null,
): Promise<ResolvedKey> {
  const methodId = completeMethodId(absoluteMethodId(issuerId, named));
  const document = await resolveIssuer(issuerId, context, at);
  if (document.state !== 'found') {
    const own = ownKeyOf(methodId);
    const isStranger = own !== null && !methodId.startsWith(`${issuerId}#`);
    const detail = `${methodId} is not a key of ${issuerId}`;
    return {
      fact: isStranger ? state('unlisted', methodId, detail) : notFound(document, methodId),
      key: own,
    };
  }
  const listed = findListedMethod(document.json, issuerId, methodId, purpose);
  if (!listed.ok) return { fact: state('unlisted', methodId, listed.detail), key: ownKeyOf(methodId) };
  // A method that refers to a did:key holds no key itself.
  const key = readMethodKey(listed.method);
  context.onKey?.({ issuerId, methodId, method: listed.method, document: document.json, isUsed: true });
  return { fact: published(methodId, listed.method), key: key.ok ? key : (ownKeyOf(methodId) ?? key) };
}

function notFound(document: Exclude<IssuerDocument, { state: 'found' }>, methodId: string | null): KeyFact {
  const name = document.state === 'foreign' ? 'unlisted' : document.state;
  return state(name, methodId, document.detail);
}

function ownKeyOf(methodId: string): PublicKey | null {
  if (!isSelfDescribing(methodId)) return null;
  const did = methodId.split('#')[0] ?? '';
  const document = documentOf(did);
  const listed = document === null ? null : findListedMethod(document, did, methodId);
  return listed?.ok ? readMethodKey(listed.method) : null;
}

/** Finds the key of a token: by `kid`, by an equal JWK of the issuer, or the issuer's only key (§2.6 no. 5). */
export async function resolveTokenKey(
  issuerId: string,
  header: JsonObject,
  context: GatherContext,
): Promise<ResolvedKey> {
  const kid = textOf(header.kid);
  if (kid !== null) return resolveByKid(issuerId, kid, context);
  const document = await resolveIssuer(issuerId, context);
  const json = document.state === 'found' ? document.json : null;
  if (isObject(header.jwk)) return resolveByJwk(issuerId, header.jwk, json, context);
  const methods = json === null ? [] : listMethods(json, issuerId);
  const [only] = methods;
  if (only && methods.length === 1)
    return { fact: published(textOf(only.id) ?? issuerId, only), key: readMethodKey(only) };
  return { fact: state('missing', null, 'the token names no key'), key: null };
}

async function resolveByKid(issuerId: string, kid: string, context: GatherContext): Promise<ResolvedKey> {
  const isAbsolute = /^(?:did:|https?:\/\/)/.test(kid);
  const methodId = isAbsolute || kid.startsWith('#') ? kid : `${issuerId}#${kid}`;
  const found = await resolveKey(issuerId, methodId, context);
  if (found.fact.state === 'published' || !issuerId.startsWith('https://')) return found;
  const document = await resolveIssuer(issuerId, context);
  const json = document.state === 'found' ? document.json : null;
  const bare = kid.split('#').at(-1);
  const jwks = await listAllJwks(issuerId, json, context);
  const match = jwks.find((entry) => entry.kid === kid || entry.kid === bare);
  if (match) context.onKey?.({ issuerId, methodId: kid, method: match.jwk, document: json, isUsed: true });
  return match ? { fact: published(kid, match.jwk), key: readJwk(match.jwk) } : found;
}

async function listAllJwks(issuerId: string, document: JsonObject | null, context: GatherContext) {
  const stated = document === null ? [] : listJwks(document, issuerId);
  const sets = await findJwks(issuerId, document, context);
  return [...stated, ...sets.map((jwk) => ({ kid: textOf(jwk.kid), jwk }))];
}

async function resolveByJwk(
  issuerId: string,
  jwk: JsonObject,
  document: JsonObject | null,
  context: GatherContext,
): Promise<ResolvedKey> {
  const key = readJwk(jwk);
  const wanted = await thumbprintOf(jwk);
  for (const entry of await listAllJwks(issuerId, document, context)) {
    if (wanted !== null && (await thumbprintOf(entry.jwk)) === wanted)
      return { fact: published(entry.kid ?? issuerId, entry.jwk), key: readJwk(entry.jwk) };
  }
  return { fact: state('unlisted', null, `${issuerId} does not publish the key inside the token`), key };
}

async function thumbprintOf(jwk: JsonObject): Promise<string | null> {
  try {
    return await calculateJwkThumbprint(jwk as unknown as JWK);
  } catch {
    return null;
  }
}
