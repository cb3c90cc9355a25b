import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { JWK } from 'jose';
import jsigs from 'jsonld-signatures';
import { bundledContexts } from '#server/credentials/contexts/bundled-contexts.ts';
import type { JsonObject } from '#server/credentials/core/json.ts';

/** A private key with the id under which its issuer publishes it. */
export type SigningKey = { methodId: string; jwk: JWK };

/** The embedded proofs that are made here. */
export type ProofSuite = 'eddsa-rdfc-2022' | 'Ed25519Signature2020';

const suiteContext = 'https://w3id.org/security/suites/ed25519-2020/v1';
const dataIntegrityContext = 'https://w3id.org/security/data-integrity/v2';

/** Adds members to the proof before it is signed; the libraries know no other place for them. */
class ExtendedPurpose extends jsigs.purposes.AssertionProofPurpose {
  readonly #members: JsonObject;

  constructor(members: JsonObject) {
    super();
    this.#members = members;
  }

  override async update(proof: object, options: object): Promise<object> {
    return { ...(await super.update(proof, options)), ...this.#members };
  }
}

async function loadBundled(url: string) {
  const document = bundledContexts[url];
  if (!document) throw new Error(`the context ${url} is not carried here`);
  return { contextUrl: null, documentUrl: url, document, tag: 'static' as const };
}

/**
 * Signs a credential with an embedded proof (VC Data Integrity), by the standard libraries. The key must be an
 * Ed25519 JWK with its private part. Contexts that the suite needs are added if they are missing.
 *
 * @param options.proof further members of the proof, such as `expires` or `id`
 */
export async function signEmbedded(
  document: JsonObject,
  options: { key: SigningKey; suite: ProofSuite; created: Date; proof?: JsonObject },
): Promise<JsonObject> {
  const { key, suite, created, proof = {} } = options;
  const controller = key.methodId.split('#')[0] ?? key.methodId;
  const pair = await fromJwk({ jwk: key.jwk, secretKey: true, id: key.methodId, controller });
  const date = `${created.toISOString().slice(0, 19)}Z`;
  const signer = pair.signer();
  const withContexts = { ...document, '@context': contextsFor(document, suite) };
  const signing =
    suite === 'eddsa-rdfc-2022'
      ? new DataIntegrityProof({ cryptosuite: eddsaRdfc2022, signer, date })
      : new Ed25519Signature2020({ signer, date });
  const purpose = new ExtendedPurpose(proof);
  const signed = await jsigs.sign(withContexts, { suite: signing, purpose, documentLoader: loadBundled });
  return signed as JsonObject;
}

function contextsFor(document: JsonObject, suite: ProofSuite): JsonObject[string] {
  const stated = document['@context'] ?? [];
  const contexts = Array.isArray(stated) ? stated : [stated];
  const isModel2 = contexts[0] === 'https://www.w3.org/ns/credentials/v2';
  const needed = suite === 'Ed25519Signature2020' ? suiteContext : isModel2 ? null : dataIntegrityContext;
  return needed === null || contexts.includes(needed) ? contexts : [...contexts, needed];
}

/** The payload of an OB 3.0 token: the credential with the registered claims that must agree with it (OB 3.0 "JWT"). */
export function toTokenPayload(credential: JsonObject): JsonObject {
  const { issuer, credentialSubject, id, validFrom, validUntil } = credential;
  const subject = isRecord(credentialSubject) ? credentialSubject.id : undefined;
  const seconds = (date: JsonObject[string] | undefined) =>
    typeof date === 'string' ? Math.floor(Date.parse(date) / 1000) : undefined;
  const claims = {
    iss: isRecord(issuer) ? issuer.id : issuer,
    sub: subject,
    jti: id,
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
  };
  const stated = Object.entries(claims).filter(([, value]) => value !== undefined && value !== null);
  return { ...credential, ...(Object.fromEntries(stated) as JsonObject) };
}

function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
