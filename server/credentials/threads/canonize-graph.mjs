import '../core/jsonld-cache.mjs';

import { createHash } from 'node:crypto';
import jsonld from 'jsonld';
import { explain, loaderOf } from './jsonld-answers.mjs';

/**
 * Canonicalises JSON-LD to RDF (RDFC-1.0, safe mode) and hashes the result. The algorithm's own hash is the same:
 * blank nodes of a document signed with P-384 are ordered by SHA-384.
 *
 * @param {object} document
 * @param {import('./jobs.ts').Digest} digest
 * @param {import('./jsonld-answers.mjs').Contexts} contexts the only contexts there are, by URL
 * @returns {Promise<import('./jobs.ts').CanonizeAnswer>}
 */
export async function canonizeGraph(document, digest, contexts) {
  const options = {
    canonizeOptions: { algorithm: 'RDFC-1.0', format: 'application/n-quads', messageDigestAlgorithm: digest },
    safe: true,
    base: null,
    documentLoader: loaderOf(contexts),
  };
  try {
    const quads = String(
      await jsonld.canonize(
        document,
        /** @type {import('jsonld').Options.Normalize} */ (/** @type {unknown} */ (options)),
      ),
    );
    return { ok: true, hash: createHash(digest).update(quads).digest('hex') };
  } catch (error) {
    return explain(error);
  }
}
