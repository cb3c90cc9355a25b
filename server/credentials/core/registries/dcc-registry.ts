import { isObject, type Json, type JsonObject } from '../json.ts';
import { isIssuerId, lineOf, linkOf, momentOf, type ReadRegistry, type RegistryEntry } from './entry.ts';

/**
 * Reads a registry of the Digital Credentials Consortium's form, `{meta, registry: {<id>: {name, location, url}}}`, and
 * the operator's own list, which may add `since`, `validUntil`, `scope`, `evidence` and `logo` (verification.md §4).
 * Entries without a name or under an id of no use are skipped and counted.
 */
export function readDccRegistry(json: Json): ReadRegistry {
  if (!isObject(json) || !isObject(json.registry))
    return { ok: false, detail: 'it has no member "registry" with issuers in it' };
  const listed = Object.entries(json.registry);
  const entries = listed.flatMap(([id, said]) => (isObject(said) ? (readEntry(id, said) ?? []) : []));
  const meta = isObject(json.meta) ? json.meta : {};
  return { ok: true, entries, skipped: listed.length - entries.length, updatedAt: momentOf(meta.updated) };
}

function readEntry(issuerId: string, said: JsonObject): RegistryEntry | null {
  const name = lineOf(said.name);
  if (name === null || !isIssuerId(issuerId)) return null;
  return {
    issuerId,
    name,
    homepage: linkOf(said.url),
    logo: linkOf(said.logo),
    location: lineOf(said.location),
    since: momentOf(said.since),
    validUntil: momentOf(said.validUntil),
    scope: lineOf(said.scope),
    evidence: lineOf(said.evidence),
    standing: 'listed',
  };
}
