/*
 * What JSON-LD processing may load, and what its errors mean. In JavaScript, as everything that a thread runs, so
 * that it starts without a loader.
 */

class ContextUnknown extends Error {}

/** @typedef {Readonly<Record<string, unknown>>} Contexts */

/** @type {WeakMap<Contexts, (url: string) => Promise<object>>} */
const loaders = new WeakMap();

/**
 * The document loader that knows these contexts and nothing else. The same one each time, since processed contexts
 * are remembered by it.
 *
 * @param {Contexts} contexts by URL
 */
export function loaderOf(contexts) {
  const known = loaders.get(contexts);
  if (known) return known;
  /** @param {string} url */
  const loader = async (url) => {
    if (!Object.hasOwn(contexts, url)) throw new ContextUnknown(url);
    return { contextUrl: null, documentUrl: url, document: contexts[url], tag: 'static' };
  };
  loaders.set(contexts, loader);
  return loader;
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
 * Tells why a document cannot be read as a graph.
 *
 * @param {unknown} error
 * @returns {import('./jobs.ts').GraphRefusal}
 */
export function explain(error) {
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
