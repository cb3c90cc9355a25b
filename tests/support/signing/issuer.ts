import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  type KeyAlgorithm,
  makeKey,
  type PrivateKey,
  publicJwk,
  type SigningKey,
  toMultibase,
  toPem,
} from './keys.ts';

/** Documents by the address they are served at. */
export type Documents = Map<string, JsonObject | string>;

/** A throw-away issuer with its key and the documents it publishes. */
export type Issuer = {
  id: string;
  name: string;
  /** Page and root of its documents (https). */
  root: string;
  key: PrivateKey;
  signing: SigningKey;
  documents: Documents;
};

/** What is wanted of an issuer; a seed makes the same issuer again. */
export type IssuerOrder = {
  kind: 'did:key' | 'did:web' | 'did:jwk' | 'https';
  host?: string;
  slug?: string;
  name?: string;
  alg?: KeyAlgorithm;
  seed?: string;
};

/** Makes an issuer. The documents are to be served (`serve`) for its credentials to be verified. */
export function createIssuer(order: IssuerOrder): Issuer {
  const {
    kind,
    host = 'issuer.example',
    slug = 'college',
    name = 'Northgate College',
    alg = 'EdDSA',
  } = order;
  const key = makeKey(alg, `${order.seed ?? randomUUID()} ${kind} ${host} ${slug}`);
  const root = `https://${host}/${slug}`;
  const id = idFor(kind, host, slug, key);
  const methodId = methodIdFor(id, kind, key);
  const issuer: Issuer = {
    id,
    name,
    root,
    key,
    signing: { methodId, jwk: key.jwk as JWK },
    documents: new Map(),
  };
  if (kind === 'did:web') issuer.documents.set(`${root}/did.json`, didDocument(issuer));
  if (kind === 'https') issuer.documents.set(id, didDocument(issuer));
  return issuer;
}

function idFor(kind: IssuerOrder['kind'], host: string, slug: string, key: PrivateKey): string {
  switch (kind) {
    case 'did:key':
      return `did:key:${toMultibase(key)}`;
    case 'did:jwk':
      return `did:jwk:${Buffer.from(JSON.stringify(publicJwk(key))).toString('base64url')}`;
    case 'did:web':
      return `did:web:${host.replace(':', '%3A')}:${slug}`;
    case 'https':
      return `https://${host}/${slug}/profile.json`;
  }
}

function methodIdFor(id: string, kind: IssuerOrder['kind'], key: PrivateKey): string {
  if (kind === 'did:key') return `${id}#${toMultibase(key)}`;
  return kind === 'did:jwk' ? `${id}#0` : `${id}#key-1`;
}

/** The issuer's own document: its key, allowed to sign credentials. `method` adds to or replaces members of the key. */
export function didDocument(issuer: Issuer, method: JsonObject = {}): JsonObject {
  const { id, key, signing } = issuer;
  const material: JsonObject =
    key.alg === 'EdDSA'
      ? { type: 'Multikey', publicKeyMultibase: toMultibase(key) }
      : { type: 'JsonWebKey', publicKeyJwk: publicJwk(key) };
  return {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id,
    verificationMethod: [{ id: signing.methodId, controller: id, ...material, ...method }],
    assertionMethod: [signing.methodId],
  };
}

/** The Open Badges 2.0 profile of an issuer with its key document; both are added to its documents. */
export function publishProfile(issuer: Issuer, members: JsonObject = {}): string {
  const { root, name, key, documents } = issuer;
  const [profileUrl, keyUrl] = [`${root}/profile-2.json`, `${root}/key-2.json`];
  const context = 'https://w3id.org/openbadges/v2';
  documents.set(profileUrl, {
    '@context': context,
    id: profileUrl,
    type: 'Issuer',
    name,
    url: root,
    email: 'badges@issuer.example',
    publicKey: keyUrl,
    ...members,
  });
  const material = { owner: profileUrl, publicKeyPem: toPem(key) };
  documents.set(keyUrl, { '@context': context, id: keyUrl, type: 'CryptographicKey', ...material });
  return profileUrl;
}
