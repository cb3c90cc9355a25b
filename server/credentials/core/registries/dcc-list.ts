import { type Json, objectsOf } from '../json.ts';
import { lineOf, linkOf } from './entry.ts';
import { type JwkSet, type RegistrySource, readSources } from './sources.ts';

/** The registries that a list names, in the order of their authority; `unusable` says of the others why not. */
export type ReadList =
  | { ok: true; sources: RegistrySource[]; unusable: { name: string; why: string }[] }
  | { ok: false; detail: string };

/**
 * Reads a list of known registries (verification.md §4): `{name, type, url}` of the type dcc-legacy, and of the type
 * oidf with `trustAnchorEC`, which older lists spell `fetchEndpoint`. A federation is used only with `anchors`: keys
 * that the operator pinned for it. Names are made unique, since several registries of one body may share one.
 */
export function readRegistryList(
  json: Json,
  anchors: Readonly<Record<string, JwkSet>>,
  refreshHours: number,
): ReadList {
  if (!Array.isArray(json)) return { ok: false, detail: 'it is no list' };
  const taken = new Set<string>();
  const sources: RegistrySource[] = [];
  const unusable: { name: string; why: string }[] = [];
  for (const said of objectsOf(json).slice(0, 100)) {
    const type = said.type === 'oidf' ? ('oidf' as const) : ('dcc-legacy' as const);
    const url = linkOf(type === 'oidf' ? (said.trustAnchorEC ?? said.fetchEndpoint) : said.url);
    const base = lineOf(said.name)?.slice(0, 60) ?? url ?? 'without a name';
    const name = taken.has(base) ? `${base} (${type} ${taken.size + 1})` : base;
    const governanceUrl = linkOf(said.governanceUrl);
    const jwks = url === null ? undefined : anchors[url];
    const fault = faultOf(said.type, url, type === 'oidf' && jwks === undefined);
    if (fault !== null) unusable.push({ name, why: fault });
    else {
      taken.add(name);
      const common = { name, type, url, refreshHours, ...(governanceUrl ? { governanceUrl } : {}) };
      sources.push(...readSources([type === 'oidf' ? { ...common, jwks } : common]));
    }
  }
  return { ok: true, sources, unusable };
}

function faultOf(type: Json | undefined, url: string | null, isUnpinned: boolean): string | null {
  if (type !== 'dcc-legacy' && type !== 'oidf') return 'a registry of an unknown kind';
  if (url === null) return 'it has no https address';
  return isUnpinned ? 'no key of its trust anchor is pinned' : null;
}
