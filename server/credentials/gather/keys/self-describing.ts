import { LRUCache } from 'lru-cache';
import { isObject, type JsonObject } from '../../core/json.ts';
import { readJson } from '../read-json.ts';

/** True for DIDs that hold their key in themselves. */
export function isSelfDescribing(did: string): boolean {
  return did.startsWith('did:key:') || did.startsWith('did:jwk:');
}

/**
 * The document of a did:key or did:jwk, made from the DID alone and never from a key URL's fragment: a fragment
 * could name another key (verification.md §3.1). Null when the DID is malformed.
 */
export function documentOf(did: string): JsonObject | null {
  const bare = did.split('#')[0] ?? '';
  const known = documents.get(bare);
  if (known) return known;
  const document = makeDocument(bare);
  if (document !== null) documents.set(bare, document, { size: bare.length + 1 });
  return document;
}

/** Documents of late: they follow from the DID alone. */
const documents = new LRUCache<string, JsonObject>({ max: 2_000, maxSize: 2_000_000 });

function makeDocument(bare: string): JsonObject | null {
  if (bare.startsWith('did:key:')) {
    const multibase = bare.slice('did:key:'.length);
    const id = `${bare}#${multibase}`;
    const method = { id, type: 'Multikey', controller: bare, publicKeyMultibase: multibase };
    return /^z[1-9A-HJ-NP-Za-km-z]+$/.test(multibase) ? documentWith(bare, method) : null;
  }
  const read = readJson(Buffer.from(bare.slice('did:jwk:'.length), 'base64url'));
  if (!read.ok || !isObject(read.json) || read.json.d !== undefined) return null;
  return documentWith(bare, {
    id: `${bare}#0`,
    type: 'JsonWebKey',
    controller: bare,
    publicKeyJwk: read.json,
  });
}

function documentWith(id: string, method: JsonObject & { id: string }): JsonObject {
  return { id, verificationMethod: [method], assertionMethod: [method.id], authentication: [method.id] };
}

/** A key named by its bare DID is the DID's only key. */
export function completeMethodId(methodId: string): string {
  if (methodId.includes('#') || !isSelfDescribing(methodId)) return methodId;
  return methodId.startsWith('did:key:')
    ? `${methodId}#${methodId.slice('did:key:'.length)}`
    : `${methodId}#0`;
}
