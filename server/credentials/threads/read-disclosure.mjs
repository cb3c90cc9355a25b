import '../core/jsonld-cache.mjs';

import { createPublicKey, verify } from 'node:crypto';
import { createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { explain, loaderOf } from './jsonld-answers.mjs';

/** Everything before a compressed P-256 point in a SubjectPublicKeyInfo. */
const pointHeader = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');

/**
 * Reads a derived proof (DI ECDSA §3.5.8 "Verify Derived Proof"): the statements that it reveals, each with a
 * signature by the key that the proof carries, and what the issuer signed: proof options, that key and the
 * statements that are always shown. The proof value was looked through before.
 *
 * @param {object} document
 * @param {object} proof
 * @param {import('./jsonld-answers.mjs').Contexts} contexts the only contexts there are, by URL
 * @returns {Promise<import('./jobs.ts').DisclosureAnswer>}
 */
export async function readDisclosure(document, proof, contexts) {
  const cryptosuite = createVerifyCryptosuite();
  try {
    const data = await cryptosuite.createVerifyData({
      cryptosuite,
      document,
      proof,
      documentLoader: loaderOf(contexts),
    });
    const { proofHash, publicKey, mandatoryHash, baseSignature, signatures, nonMandatory } = data;
    const key = importPoint(publicKey.subarray(2));
    const holds =
      key !== null &&
      signatures.length === nonMandatory.length &&
      signatures.every((signature, place) => {
        const statement = Buffer.from(nonMandatory[place] ?? '');
        return verify('sha256', statement, { key, dsaEncoding: 'ieee-p1363' }, signature);
      });
    return {
      ok: true,
      holds,
      signed: Buffer.concat([proofHash, publicKey, mandatoryHash]),
      signature: baseSignature,
    };
  } catch (error) {
    return explain(error);
  }
}

/** @param {Uint8Array} point compressed */
function importPoint(point) {
  try {
    return createPublicKey({ key: Buffer.concat([pointHeader, point]), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}
