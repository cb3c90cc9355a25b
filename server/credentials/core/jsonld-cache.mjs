/*
 * Nine tenths of the time that JSON-LD takes go into processing the same contexts again: jsonld copies its tables of
 * terms whenever a scoped context is entered or left, and fills them anew for each node. Here the result is remembered
 * by what it follows from. Nothing else changes: the canonical form is the same byte for byte
 * (tests/unit/credentials/jsonld-cache.test.ts), and what fails is never remembered.
 *
 * This reaches into jsonld, which is therefore pinned exactly, and must be imported before it. In JavaScript, because
 * a thread without a loader imports it too.
 */
import contexts from 'jsonld/lib/context.js';

/** @typedef {import('jsonld/lib/context.js').ActiveContext} ActiveContext */
/** @typedef {import('jsonld/lib/context.js').ProcessOptions} ProcessOptions */
/** @typedef {{ lists: Map<string, ActiveContext>, scoped: WeakMap<object, ActiveContext> }} Results */

/** Lists of addresses remembered for one context; somebody might send every order of the known ones. */
const mostLists = 50;

/**
 * How often a processed context was at hand; and who is asked before one is processed whether others wait for the event
 * loop (nobody in a thread, which has nothing else to do).
 *
 * @type {{ hits: number, misses: number, giveWay: () => Promise<void> | undefined }}
 */
export const contextCache = { hits: 0, misses: 0, giveWay: () => undefined };

/** @type {WeakMap<object, WeakMap<ActiveContext, Map<string, Results>>>} by loader, context gone out from, manner */
const memory = new WeakMap();

/** @type {WeakMap<ActiveContext, ActiveContext>} */
const copies = new WeakMap();

/**
 * The copy of a context that jsonld would make on its way back, made once.
 *
 * @param {ActiveContext} context
 */
function copyOnce(context) {
  const known = copies.get(context);
  if (known) return known;
  const copy = context.clone();
  copies.set(context, copy);
  return copy;
}

/**
 * As jsonld's own, but terms are shared: a term is defined once and never changed, only replaced.
 *
 * @this {ActiveContext}
 * @returns {ActiveContext}
 */
function cloneShallow() {
  /** @type {ActiveContext} */
  const child = {
    mappings: new Map(this.mappings),
    clone: this.clone,
    inverse: null,
    getInverse: this.getInverse,
    protected: { ...this.protected },
    revertToPreviousContext: this.revertToPreviousContext,
  };
  if (this.previousContext) child.previousContext = copyOnce(this.previousContext);
  for (const name of /** @type {const} */ (['@base', '@language', '@vocab']))
    if (name in this) child[name] = this[name];
  return child;
}

/**
 * @this {ActiveContext}
 * @returns {ActiveContext}
 */
function revert() {
  return this.previousContext ? copyOnce(this.previousContext) : this;
}

// The contexts that everything begins with are shared by all calls.
for (const processingMode of [undefined, 'json-ld-1.1']) {
  const initial = contexts.getInitialContext({ processingMode });
  initial.clone = cloneShallow;
  initial.revertToPreviousContext = revert;
}

const plainProcess = contexts.process;

/** @param {ProcessOptions} call */
contexts.process = async (call) => {
  const pause = contextCache.giveWay();
  if (pause !== undefined) await pause;
  const results = findResults(call);
  const { localCtx, activeCtx } = call;
  const list = listOf(localCtx);
  if (results === null || (list === null && (typeof localCtx !== 'object' || localCtx === null)))
    return plainProcess(call);
  const key = /** @type {object} */ (localCtx);
  const known = list === null ? results.scoped.get(key) : results.lists.get(list);
  if (known) {
    contextCache.hits++;
    return known;
  }
  contextCache.misses++;
  // jsonld remembers by context alone; a result that was allowed to override must not be taken for another.
  const processed = await plainProcess(
    call.overrideProtected ? { ...call, activeCtx: { ...activeCtx } } : call,
  );
  if (list === null) results.scoped.set(key, processed);
  else rememberList(results.lists, list, processed);
  return processed;
};

/**
 * Only calls of the safe mode are remembered, which end with an error where others would only warn; and only those
 * that resolve no relative address.
 *
 * @param {ProcessOptions} call
 * @returns {Results | null}
 */
function findResults({ activeCtx, options, propagate = true, overrideProtected = false, cycles }) {
  const { safe, base, documentLoader } = options;
  if (cycles || safe !== true || base || typeof documentLoader !== 'function') return null;
  const manner = `${propagate} ${overrideProtected}`;
  const ofLoader = getOrMake(memory, documentLoader, () => new WeakMap());
  const ofContext = getOrMake(ofLoader, activeCtx, () => new Map());
  return getOrMake(ofContext, manner, () => ({ lists: new Map(), scoped: new WeakMap() }));
}

/**
 * @template Key, Value
 * @param {{ get(key: Key): Value | undefined, set(key: Key, value: Value): unknown }} map
 * @param {Key} key
 * @param {() => Value} make
 * @returns {Value}
 */
function getOrMake(map, key, make) {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/**
 * Addresses in one text, or null when anything else is among them.
 *
 * @param {unknown} localCtx
 */
function listOf(localCtx) {
  if (typeof localCtx === 'string') return localCtx;
  const isList = Array.isArray(localCtx) && localCtx.every((item) => typeof item === 'string');
  return isList ? JSON.stringify(localCtx) : null;
}

/**
 * @param {Map<string, ActiveContext>} lists
 * @param {string} list
 * @param {ActiveContext} processed
 */
function rememberList(lists, list, processed) {
  const [oldest] = lists.keys();
  if (lists.size >= mostLists && oldest !== undefined) lists.delete(oldest);
  lists.set(list, processed);
}
