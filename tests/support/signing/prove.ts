import { createHash, type JsonWebKey, sign } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { createSignCryptosuite as createJcsCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsonld from 'jsonld';
import jsigs from 'jsonld-signatures';
import { bundledContexts } from '#server/credentials/contexts/bundled-contexts.ts';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { SigningKey } from './keys.ts';

/** Suites of which a proof can be made alone, to be put beside or on top of others. */
export type LoneSuite =
  | 'eddsa-rdfc-2022'
  | 'eddsa-jcs-2022'
  | 'ecdsa-rdfc-2019'
  | 'ecdsa-sd-2023'
  | 'Ed25519Signature2018'
  | 'JsonWebSignature2020';

/** How a proof is made. */
export type ProofOrder = {
  key: SigningKey;
  created?: Date;
  /** Further members of the proof, such as `expires`, `id` or `previousProof`. */
  members?: JsonObject;
  /** What ecdsa-sd-2023 always shows (JSON pointers). */
  mandatory?: string[];
};

/** Loads the contexts that are carried, and nothing else. */
export async function loadBundled(url: string) {
  const document = bundledContexts[url];
  if (!document) throw new Error(`the context ${url} is not carried here`);
  return { contextUrl: null, documentUrl: url, document, tag: 'static' as const };
}

/** Adds members to the proof before it is signed; the libraries know no other place for them. */
export class ExtendedPurpose extends jsigs.purposes.AssertionProofPurpose {
  readonly #members: JsonObject;

  constructor(members: JsonObject) {
    super();
    this.#members = members;
  }

  override async update(proof: object, options: object): Promise<object> {
    return { ...(await super.update(proof, options)), ...this.#members };
  }
}

const cryptosuites = {
  'eddsa-rdfc-2022': () => eddsaRdfc2022,
  'eddsa-jcs-2022': () => createJcsCryptosuite(),
  'ecdsa-rdfc-2019': () => ecdsaRdfc2019,
  'ecdsa-sd-2023': (mandatoryPointers: string[]) => createSignCryptosuite({ mandatoryPointers }),
};

/**
 * One proof about a document, by the standard library of the suite; those of 2018 and 2020 with a JWS, which none
 * makes any more, by hand. For a chain, the document holds the earlier proofs under `proof`.
 */
export async function prove(suite: LoneSuite, document: JsonObject, order: ProofOrder): Promise<JsonObject> {
  const { key, created = new Date('2026-01-01T00:00:00Z'), members = {}, mandatory = [] } = order;
  const date = `${created.toISOString().slice(0, 19)}Z`;
  if (suite === 'Ed25519Signature2018' || suite === 'JsonWebSignature2020')
    return proveWithJws(suite, document, { ...order, created, members });
  const controller = key.methodId.split('#')[0] ?? key.methodId;
  const library = suite.startsWith('ecdsa') ? ecdsaMultikey : ed25519Multikey;
  const pair = await library.fromJwk({ jwk: key.jwk, secretKey: true, id: key.methodId, controller });
  const signing = new DataIntegrityProof({
    cryptosuite: cryptosuites[suite](mandatory),
    signer: pair.signer(),
    date,
  });
  const purpose = new ExtendedPurpose(members);
  const proof = await signing.createProof({
    document: structuredClone(document),
    purpose,
    documentLoader: loadBundled,
  });
  return proof as JsonObject;
}

async function proveWithJws(
  type: 'Ed25519Signature2018' | 'JsonWebSignature2020',
  document: JsonObject,
  { key, created, members }: ProofOrder & { created: Date },
): Promise<JsonObject> {
  const { kty, crv } = key.jwk;
  const alg = kty === 'RSA' ? 'PS256' : (algorithmsOfCurves[crv ?? ''] ?? 'EdDSA');
  const options: JsonObject = {
    type,
    created: created.toISOString(),
    verificationMethod: key.methodId,
    proofPurpose: 'assertionMethod',
    ...members,
  };
  const vocabulary =
    type === 'Ed25519Signature2018' ? 'https://w3id.org/security/v2' : (document['@context'] ?? null);
  const hashes = [await hashOf({ '@context': vocabulary, ...options }), await hashOf(document)];
  const header = JSON.stringify({ alg, b64: false, crit: ['b64'] });
  const head = Buffer.from(header).toString('base64url');
  const signed = Buffer.concat([Buffer.from(`${head}.`), ...hashes]);
  const signature = sign(hashFor(alg), signed, {
    key: key.jwk as JsonWebKey,
    format: 'jwk',
    dsaEncoding: 'ieee-p1363',
    ...(alg === 'PS256' ? { padding: 6, saltLength: 32 } : {}),
  });
  return { ...options, jws: `${head}..${signature.toString('base64url')}` };
}

const algorithmsOfCurves: Record<string, string> = {
  Ed25519: 'EdDSA',
  'P-256': 'ES256',
  'P-384': 'ES384',
  secp256k1: 'ES256K',
};

function hashFor(alg: string): string | null {
  if (alg === 'EdDSA') return null;
  return alg === 'ES384' ? 'sha384' : 'sha256';
}

async function hashOf(document: JsonObject): Promise<Buffer> {
  const options = { documentLoader: loadBundled, safe: true, base: null, algorithm: 'RDFC-1.0' };
  const quads = await jsonld.canonize(document, options as unknown as Parameters<typeof jsonld.canonize>[1]);
  return createHash('sha256').update(String(quads)).digest();
}

/** What a holder shows of a credential with a base proof (ecdsa-sd-2023): the mandatory parts and those named. */
export async function disclose(document: JsonObject, selectivePointers: string[]): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
  const purpose = new jsigs.purposes.AssertionProofPurpose();
  const shown = await jsigs.derive(structuredClone(document), {
    suite,
    purpose,
    documentLoader: loadBundled,
  });
  return shown as JsonObject;
}
