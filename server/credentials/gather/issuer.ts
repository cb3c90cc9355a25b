import { didWebUrl } from '../core/did-web.ts';
import type { Fetched, IssuerDocument } from '../core/facts.ts';
import { isObject, type JsonObject, textOf } from '../core/json.ts';
import type { GatherContext } from './context.ts';
import { tellOfDocument } from './keys/seen-keys.ts';
import { documentOf, isSelfDescribing } from './keys/self-describing.ts';
import { resolveWebvh } from './keys/webvh.ts';

const profileTypes = 'application/did+json, application/json, application/ld+json';

/**
 * Finds the document of `issuer.id` and of nothing else: computed for did:key and did:jwk, fetched for did:web and
 * https profiles, read from the log of did:webvh, taken from the pinned ones where a DID has no resolver
 * (verification.md §3.1–3.4). `at` is the date that the proof states, for DIDs that keep their history.
 */
export async function resolveIssuer(
  issuerId: string,
  context: GatherContext,
  at: string | null = null,
): Promise<IssuerDocument> {
  const document = await findDocument(issuerId, context, at);
  if (context.onKey !== null && document.state === 'found')
    tellOfDocument(issuerId, document.json, context.onKey);
  return document;
}

async function findDocument(
  issuerId: string,
  context: GatherContext,
  at: string | null,
): Promise<IssuerDocument> {
  const pinned = context.didDocuments.get(issuerId);
  if (pinned) return { state: 'found', json: pinned };
  if (isSelfDescribing(issuerId)) {
    const json = documentOf(issuerId);
    return json
      ? { state: 'found', json }
      : { state: 'unresolved', detail: `${issuerId} holds no readable key` };
  }
  if (issuerId.startsWith('did:web:')) return resolveDidWeb(issuerId, context);
  if (issuerId.startsWith('did:webvh:')) return resolveWebvh(issuerId, at, context);
  const [, method] = /^did:([a-z0-9]+):/.exec(issuerId) ?? [];
  // did:example is the method of examples: nothing will ever resolve it.
  if (method !== undefined && method !== 'example')
    return { state: 'unsupported', detail: `the DID method did:${method} is not supported yet` };
  if (/^https?:\/\//.test(issuerId)) return resolveProfile(issuerId, context);
  return { state: 'unresolved', detail: `${issuerId} cannot be looked up` };
}

async function resolveDidWeb(did: string, context: GatherContext): Promise<IssuerDocument> {
  const url = didWebUrl(did);
  if (url === null) return { state: 'blocked', detail: `${did} does not name a public web address` };
  const fetched = await context.asker.askJson(url, profileTypes);
  if (fetched.state !== 'found') return explain(fetched, did);
  if (new URL(fetched.url).host !== new URL(url).host)
    return { state: 'unresolved', detail: `${url} was redirected to another host` };
  if (fetched.json.id !== did)
    return { state: 'foreign', detail: `the document at ${url} is not that of ${did}` };
  return { state: 'found', json: fetched.json };
}

async function resolveProfile(address: string, context: GatherContext): Promise<IssuerDocument> {
  const fetched = await context.asker.askJson(address, profileTypes);
  if (fetched.state !== 'found') return explain(fetched, address);
  if (textOf(fetched.json.id) !== address)
    return { state: 'foreign', detail: `the document at ${address} does not call itself that` };
  return { state: 'found', json: fetched.json };
}

function explain(fetched: Exclude<Fetched, { state: 'found' }>, issuerId: string): IssuerDocument {
  if (fetched.state === 'blocked')
    return { state: 'blocked', detail: `issuer ${issuerId}: ${fetched.detail}` };
  return { state: 'unresolved', detail: fetched.detail };
}

/**
 * The JWK sets of an https issuer: `jwks_uri` at its own origin, and the well-known set of its authority. On a
 * shared host a key counts only if it says whose it is, by `iss`.
 */
export async function findJwks(
  issuerId: string,
  document: JsonObject | null,
  context: GatherContext,
): Promise<JsonObject[]> {
  if (!issuerId.startsWith('https://')) return [];
  const { origin, pathname } = new URL(issuerId);
  const stated = document === null ? null : textOf(document.jwks_uri);
  const own = stated !== null && URL.canParse(stated) && new URL(stated).origin === origin ? stated : null;
  const address = own ?? `${origin}/.well-known/jwks.json`;
  const fetched = await context.asker.askJson(address, 'application/jwk-set+json, application/json');
  if (fetched.state !== 'found' || !Array.isArray(fetched.json.keys)) return [];
  const isShared = own === null && pathname !== '/';
  return fetched.json.keys
    .filter(isObject)
    .filter((jwk) => (jwk.iss === undefined ? !isShared : jwk.iss === issuerId));
}
