import { createHash, createPrivateKey, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { JWK } from 'jose';
import { base58btc } from 'multiformats/bases/base58';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { Issuer } from './issuer.ts';
import { type PrivateKey, toMultibase } from './keys.ts';

/* did:webvh logs, really signed; every part of an entry can be bent before or after it is. */

/** One version as wanted: who signs it, which keys its document lists, and members that replace others. */
export type VersionOrder = {
  time: string;
  signer: PrivateKey;
  /** Keys of the document, as `#key-1`, `#key-2` …; those of the version before where left out. */
  keys?: PrivateKey[];
  parameters?: JsonObject;
  state?: JsonObject;
  /** Members that replace those of the entry and of its proof, before it is signed. */
  entry?: JsonObject;
  proof?: JsonObject;
};

/** A finished log. */
export type MadeLog = { did: string; entries: JsonObject[] };

function hash(text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  return base58btc.encode(Uint8Array.from([0x12, 0x20, ...bytes])).slice(1);
}

const hashOf = (value: unknown) => hash(canonicalize(value) ?? '');

/** The promise of a key under pre-rotation. */
export function promiseKey(key: PrivateKey): string {
  return hash(toMultibase(key));
}

/** An eddsa-jcs-2022 proof, as log entries and witnesses carry it. */
export function signLogEntry(document: JsonObject, key: PrivateKey, members: JsonObject = {}): JsonObject {
  const multibase = toMultibase(key);
  const options: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: `did:key:${multibase}#${multibase}`,
    created: '2025-01-01T00:00:00Z',
    proofPurpose: 'assertionMethod',
    ...members,
  };
  const digest = (value: JsonObject) =>
    createHash('sha256')
      .update(canonicalize(value) ?? '')
      .digest();
  const signed = Buffer.concat([digest(options), digest(document)]);
  const signature = sign(null, signed, createPrivateKey({ key: key.jwk, format: 'jwk' }));
  return { ...options, proofValue: base58btc.encode(signature) };
}

function stateOf(did: string, keys: readonly PrivateKey[]): JsonObject {
  const methods = keys.map((key, at) => ({
    id: `${did}#key-${at + 1}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: toMultibase(key),
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}

/** Makes a log; the first version gives the DID its name, unless a stolen one is given. */
export function makeLog(host: string, versions: readonly VersionOrder[], stolen?: string): MadeLog {
  const entries: JsonObject[] = [];
  let did = `did:webvh:{SCID}:${host}`;
  let keys: PrivateKey[] = [];
  let previous = '{SCID}';
  for (const [at, order] of versions.entries()) {
    keys = order.keys ?? keys;
    const first = { method: 'did:webvh:1.0', scid: '{SCID}', updateKeys: [toMultibase(order.signer)] };
    let entry: JsonObject = {
      versionId: previous,
      versionTime: order.time,
      parameters: { ...(at === 0 ? first : {}), ...order.parameters },
      state: { ...stateOf(did, keys), ...order.state },
      ...order.entry,
    };
    if (at === 0) {
      const scid = stolen ?? hashOf(entry);
      entry = JSON.parse(JSON.stringify(entry).replaceAll('{SCID}', scid));
      did = did.replace('{SCID}', scid);
    }
    const versionId = `${at + 1}-${hashOf(entry)}`;
    const numbered = { ...entry, versionId };
    entries.push({ ...numbered, proof: [signLogEntry(numbered, order.signer, order.proof)] });
    previous = versionId;
  }
  return { did, entries };
}

/** Serves a log and, where there are any, the proofs of its witnesses. */
export function publishLog(issuer: Issuer, { did, entries }: MadeLog, witnesses?: JsonObject[]): void {
  const [, , , host = '', ...path] = did.split(':');
  const place = path.length === 0 ? '.well-known' : path.join('/');
  const base = `https://${decodeURIComponent(host)}/${place}`;
  issuer.documents.set(`${base}/did.jsonl`, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  if (witnesses) issuer.documents.set(`${base}/did-witness.json`, JSON.stringify(witnesses));
}

/** An issuer that signs as one of the keys of a log. */
export function issuerOfLog({ did }: MadeLog, key: PrivateKey, method = 'key-1'): Issuer {
  const signing = { methodId: `${did}#${method}`, jwk: key.jwk as JWK };
  return {
    id: did,
    name: 'Northgate College',
    root: 'https://log.example',
    key,
    signing,
    documents: new Map(),
  };
}
