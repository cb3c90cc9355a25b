import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import jsigs from 'jsonld-signatures';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { SigningKey } from './keys.ts';
import { ExtendedPurpose, type LoneSuite, loadBundled, prove } from './prove.ts';

/** The embedded proofs that are made here. */
export type ProofSuite = LoneSuite | 'Ed25519Signature2020';

/** Contexts that a suite needs beside those of the credential. */
const suiteContexts: Partial<Record<ProofSuite, string>> = {
  Ed25519Signature2020: 'https://w3id.org/security/suites/ed25519-2020/v1',
  Ed25519Signature2018: 'https://w3id.org/security/suites/ed25519-2018/v1',
  JsonWebSignature2020: 'https://w3id.org/security/suites/jws-2020/v1',
};
const dataIntegrityContext = 'https://w3id.org/security/data-integrity/v2';

/**
 * Signs a credential with an embedded proof (VC Data Integrity), by the standard libraries. The key must be a JWK with
 * its private part, of a kind that fits the suite. Contexts that the suite needs are added if they are missing.
 *
 * @param options.proof further members of the proof, such as `expires` or `id`
 */
export async function signEmbedded(
  document: JsonObject,
  options: { key: SigningKey; suite: ProofSuite; created: Date; proof?: JsonObject; mandatory?: string[] },
): Promise<JsonObject> {
  const { key, suite, created, proof = {}, mandatory = [] } = options;
  const withContexts = { ...document, '@context': contextsFor(document, suite) };
  if (suite !== 'Ed25519Signature2020') {
    const order = { key, created, members: proof, mandatory };
    return { ...withContexts, proof: await prove(suite, withContexts, order) };
  }
  const controller = key.methodId.split('#')[0] ?? key.methodId;
  const pair = await fromJwk({ jwk: key.jwk, secretKey: true, id: key.methodId, controller });
  const date = `${created.toISOString().slice(0, 19)}Z`;
  const signing = new Ed25519Signature2020({ signer: pair.signer(), date });
  const purpose = new ExtendedPurpose(proof);
  const signed = await jsigs.sign(withContexts, { suite: signing, purpose, documentLoader: loadBundled });
  return signed as JsonObject;
}

function contextsFor(document: JsonObject, suite: ProofSuite): JsonObject[string] {
  const stated = document['@context'] ?? [];
  const contexts = Array.isArray(stated) ? stated : [stated];
  const isModel2 = contexts[0] === 'https://www.w3.org/ns/credentials/v2';
  // The first data model knows the suite of 2018 itself.
  const isKnown = isModel2 ? suite.includes('-') : suite === 'Ed25519Signature2018';
  const needed = isKnown ? null : (suiteContexts[suite] ?? dataIntegrityContext);
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
