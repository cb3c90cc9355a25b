import { createHash } from 'node:crypto';
import jsonld from 'jsonld';

/**
 * Canonicalises JSON-LD to RDF (RDFC-1.0, safe mode) and hashes the result. In JavaScript, so that a thread can
 * start it without a loader; the same function runs inline for small documents.
 *
 * @typedef {{ ok: true, hash: string } | { ok: false, reason: 'context-unknown' | 'protected' | 'dropped' | 'symmetric' | 'other', detail: string }} CanonizeAnswer
 */

class ContextUnknown extends Error {}

/** @param {Readonly<Record<string, unknown>>} contexts */
function makeLoader(contexts) {
  /** @param {string} url */
  return async (url) => {
    if (!Object.hasOwn(contexts, url)) throw new ContextUnknown(url);
    return { contextUrl: null, documentUrl: url, document: contexts[url], tag: 'static' };
  };
}

/**
 * @param {object} document
 * @param {Readonly<Record<string, unknown>>} contexts the only contexts there are, by URL
 * @returns {Promise<CanonizeAnswer>}
 */
export async function canonizeGraph(document, contexts) {
  const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    base: null,
    documentLoader: makeLoader(contexts),
  };
  try {
    const quads = String(
      await jsonld.canonize(
        document,
        /** @type {import('jsonld').Options.Normalize} */ (/** @type {unknown} */ (options)),
      ),
    );
    return { ok: true, hash: createHash('sha256').update(quads).digest('hex') };
  } catch (error) {
    return explain(error);
  }
}

/** @typedef {Record<string, unknown>} Details */

/**
 * @param {unknown} value
 * @returns {Details}
 */
function asDetails(value) {
  return typeof value === 'object' && value !== null ? /** @type {Details} */ (value) : {};
}

/**
 * @param {unknown} error
 * @returns {CanonizeAnswer}
 */
function explain(error) {
  const fault = asDetails(error);
  const details = asDetails(fault.details);
  const cause = details.cause ?? error;
  if (cause instanceof ContextUnknown) return { ok: false, reason: 'context-unknown', detail: cause.message };
  const code = String(details.code ?? '');
  const message = `${code} ${String(fault.message ?? '')}`.trim();
  if (/protected/i.test(message)) return { ok: false, reason: 'protected', detail: nameOf(details) ?? code };
  if (details.event || /safe mode/i.test(message))
    return { ok: false, reason: 'dropped', detail: nameOf(details) ?? code };
  if (/maximum .*iterations|work|abort/i.test(message))
    return { ok: false, reason: 'symmetric', detail: 'its graph is too symmetric to be read' };
  return { ok: false, reason: 'other', detail: (code || 'its JSON-LD cannot be read').slice(0, 200) };
}

/** Members under which jsonld tells what it stumbled over. */
const namesTold = ['property', 'expandedProperty', 'term', 'relativeref', 'reference', 'id', 'type', 'value'];

/** @param {Details} details */
function nameOf(details) {
  const told = asDetails(asDetails(details.event).details ?? details);
  const name = namesTold.map((key) => told[key]).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name.slice(0, 200) : null;
}
