import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FetchPort } from '#server/credentials/core/fetch-port.ts';
import { isObject, type Json, type JsonObject, textOf } from '#server/credentials/core/json.ts';
import { checkUrl } from '#server/platform/fetch.ts';

/** Answers to be used instead of the network, and the documents of DIDs that have no resolver. */
export type Recorded = { fetch: FetchPort; didDocuments: Map<string, JsonObject> };

type Entry = { status: number; contentType: string; file: string | null };

/**
 * Reads a map of address → file, or → `{status, contentType, file}`. Files are looked for beside the map, then
 * from the working directory. Addresses are compared as written, then without query. Keys that are DIDs give the
 * documents of those DIDs, or single keys of theirs.
 */
export function readResponses(mapFile: string, content: Uint8Array): Recorded {
  const map: unknown = JSON.parse(Buffer.from(content).toString('utf8'));
  if (!isObject(map)) throw new Error(`${mapFile} is no map of addresses`);
  const entries = new Map(Object.entries(map).map(([url, value]) => [url, readEntry(value, mapFile)]));
  return { fetch: makeFetch(entries), didDocuments: readDidDocuments(entries) };
}

function readEntry(value: Json, mapFile: string): Entry {
  const stated = isObject(value) ? value : { file: value };
  const file = textOf(stated.file);
  const status = typeof stated.status === 'number' ? stated.status : 200;
  const contentType = textOf(stated.contentType) ?? 'application/json';
  return { status, contentType, file: file === null ? null : locate(file, mapFile) };
}

function locate(file: string, mapFile: string): string {
  const places = [path.dirname(mapFile), process.env.INIT_CWD ?? process.cwd(), process.cwd()];
  const found = places.map((place) => path.resolve(place, file)).find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`${file}, named in ${mapFile}, is not there`);
  return found;
}

const bare = (url: string) => url.split(/[?#]/)[0] ?? url;

function makeFetch(entries: Map<string, Entry>): FetchPort {
  const byBare = new Map([...entries].map(([url, entry]) => [bare(url), entry]));
  return async (url) => {
    const checked = checkUrl(url);
    if (!checked.ok) return { ok: false, reason: 'blocked', detail: checked.detail };
    const entry = entries.get(url) ?? byBare.get(bare(url));
    if (!entry) return { ok: false, reason: 'unreachable', detail: `${url} is not among the responses` };
    const body = entry.file === null ? new Uint8Array() : readFileSync(entry.file);
    const { status, contentType } = entry;
    return { ok: true, url, status, contentType, body, fetchedAt: new Date().toISOString() };
  };
}

function readDidDocuments(entries: Map<string, Entry>): Map<string, JsonObject> {
  const documents = new Map<string, JsonObject>();
  for (const [id, { file }] of entries) {
    const did = bare(id);
    if (!did.startsWith('did:') || file === null) continue;
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isObject(json)) continue;
    documents.set(did, id === did ? json : withMethod(documents.get(did), did, id, json));
  }
  return documents;
}

/** A document made of single keys, each listed as one that may sign credentials. */
function withMethod(known: JsonObject | undefined, did: string, id: string, method: JsonObject): JsonObject {
  const methods = Array.isArray(known?.verificationMethod) ? known.verificationMethod : [];
  const purposes = Array.isArray(known?.assertionMethod) ? known.assertionMethod : [];
  return { id: did, verificationMethod: [...methods, { ...method, id }], assertionMethod: [...purposes, id] };
}
