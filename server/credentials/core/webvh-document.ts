import { readInstant } from './dates.ts';
import { absoluteMethodId } from './issuer-methods.ts';
import { asArray, isObject, type JsonObject, objectsOf, textOf } from './json.ts';
import type { CheckedLog, DidVersion } from './webvh-log.ts';

const purposes = ['assertionMethod', 'authentication'] as const;

/** A version with its keys in one list, whether they were described there or inside a purpose. */
type Version = { from: string; state: JsonObject; methods: JsonObject[]; allowed: Set<string> };

function readVersion({ from, state }: DidVersion): Version {
  const did = textOf(state.id) ?? '';
  const absolute = (method: JsonObject): JsonObject => ({
    ...method,
    id: absoluteMethodId(did, textOf(method.id) ?? ''),
  });
  const embedded = purposes.flatMap((purpose) => objectsOf(state[purpose]));
  const listed = asArray(state.assertionMethod).map((entry) =>
    absoluteMethodId(did, textOf(isObject(entry) ? entry.id : entry) ?? ''),
  );
  const methods = [...objectsOf(state.verificationMethod), ...embedded].map(absolute);
  return { from, state, methods, allowed: new Set(listed) };
}

/** True when the key may sign in a version: the same id with the same material. */
function allows({ methods, allowed }: Version, method: JsonObject): boolean {
  const material = ({ publicKeyMultibase, publicKeyJwk }: JsonObject) =>
    JSON.stringify([publicKeyMultibase, publicKeyJwk]);
  const same = methods.some((other) => other.id === method.id && material(other) === material(method));
  return same && allowed.has(String(method.id));
}

/**
 * The document that speaks for a DID about something signed at a time: the version of that time (the latest one where
 * no time is stated), with `revoked` on every key that a later version took away, at the time it did, and with the
 * keys of earlier versions likewise. A key once withdrawn stays so for all time: a thief can write any date.
 *
 * @returns null when the DID did not exist at that time
 */
export function documentAt(
  { versions, deactivatedAt }: Extract<CheckedLog, { ok: true }>,
  at: string | null,
): JsonObject | null {
  const wanted = at === null ? null : (readInstant(at)?.ms ?? null);
  const all = versions.map(readVersion);
  const isBegun = ({ from }: Version) => wanted === null || (readInstant(from)?.ms ?? 0) <= wanted;
  const count = all.filter(isBegun).length;
  const current = all[count - 1];
  if (!current) return null;
  const methods = current.methods.map((method) => {
    const end = all.slice(count).find((version) => !allows(version, method))?.from ?? deactivatedAt;
    return end === null ? method : { ...method, revoked: end };
  });
  const named = new Set(current.methods.map(({ id }) => id));
  const past = listWithdrawn(all.slice(0, count)).filter(({ id }) => !named.has(id ?? ''));
  const references = Object.fromEntries(purposes.map((purpose) => [purpose, referencesIn(current, purpose)]));
  return {
    ...current.state,
    ...references,
    verificationMethod: [...methods, ...past],
    assertionMethod: [...current.allowed, ...past.map(({ id }) => id ?? '')],
  };
}

function referencesIn({ state }: Version, purpose: (typeof purposes)[number]): string[] {
  const did = textOf(state.id) ?? '';
  return asArray(state[purpose]).map((entry) =>
    absoluteMethodId(did, textOf(isObject(entry) ? entry.id : entry) ?? ''),
  );
}

/** The keys that were allowed to sign once and are no longer, each by its latest material. */
function listWithdrawn(versions: readonly Version[]): JsonObject[] {
  const gone = new Map<string, JsonObject>();
  for (const [at, version] of versions.entries()) {
    const next = versions[at + 1];
    if (!next) break;
    for (const method of version.methods)
      if (allows(version, method) && !allows(next, method))
        gone.set(String(method.id), { ...method, revoked: next.from });
  }
  return [...gone.values()];
}
