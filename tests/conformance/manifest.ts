import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FetchPort } from '#server/credentials/core/fetch-port.ts';
import { isObject, type JsonObject, textOf } from '#server/credentials/core/json.ts';
import { checkUrl } from '#server/platform/fetch.ts';

/** Where the shared credentials are; absent on machines that have none. */
export const sharedCredentials = path.join(process.env.SHARED_DIR ?? '../shared', 'credentials');

/** True when the shared credentials are there. */
export const hasShared = existsSync(path.join(sharedCredentials, 'manifest.json'));

type NetworkEntry = { url: string; file?: string | null; answer?: string };

/** One case of the manifest, as far as it is read here. */
export type Case = {
  id: string;
  file: string;
  format: string;
  source: { repo: string };
  offline_complete?: boolean;
  expected: {
    outcome: string;
    failing_check: string | null;
    accepted_checks?: string[];
    recipient?: JsonObject;
  };
  network: NetworkEntry[];
  /** What the chain holds, where the manifest tells it without an explorer's answer. */
  anchor_transaction?: {
    chain: string;
    txid: string;
    op_return?: string;
    issuing_address?: string;
    time?: string;
  };
  vectors?: { index: number; pointer: string; verdict: string; failing_check: string | null }[];
};

/** The manifest of the shared credentials. */
export type Manifest = {
  evaluate_at: string;
  cases: Case[];
  support: { file: string; kind: string; serves?: string[] }[];
};

/** Reads the manifest. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(path.join(sharedCredentials, 'manifest.json'), 'utf8')) as Manifest;
}

/** The bytes of a file of the corpus. */
export function readCorpus(file: string): Uint8Array {
  return readFileSync(path.join(sharedCredentials, file));
}

const withoutQuery = (url: string) => url.split(/[?#]/)[0] ?? url;

/** Other addresses of documents that a case may be answered with: upstream some of them are redirects. */
function withAliases(entries: readonly NetworkEntry[]): NetworkEntry[] {
  const { support } = readManifest();
  const aliases = entries.flatMap(({ file }) => {
    const serves = support.find((entry) => entry.file === file)?.serves ?? [];
    return serves.map((url) => ({ url, file: file ?? null }));
  });
  return [...aliases, ...entries];
}

/** Answers from the case's own network map and from nothing else; the address guard runs first. */
export function offlineFetch(entries: readonly NetworkEntry[]): FetchPort {
  const byUrl = new Map(withAliases(entries).map((entry) => [withoutQuery(entry.url), entry]));
  return async (url) => {
    const checked = checkUrl(url);
    if (!checked.ok) return { ok: false, reason: 'blocked', detail: checked.detail };
    const entry = byUrl.get(withoutQuery(url));
    const answer = (status: number, body: Uint8Array) => ({
      ok: true as const,
      url,
      status,
      contentType: 'application/json',
      body,
      fetchedAt: '2026-11-23T00:00:00Z',
    });
    if (entry?.file) return answer(200, readCorpus(entry.file));
    if (entry?.answer?.startsWith('404')) return answer(404, new Uint8Array());
    const inline = /^200 with (\{.*\})/.exec(entry?.answer ?? '');
    if (inline?.[1]) return answer(200, Buffer.from(inline[1]));
    return { ok: false, reason: 'unreachable', detail: 'connection refused' };
  };
}

/** Documents that a case's own file hands over beside the credential, as test vectors do; no upload is believed so. */
function handedDocuments(file: string): Map<string, JsonObject> {
  const documents = new Map<string, JsonObject>();
  const text = Buffer.from(readCorpus(file)).toString('utf8');
  const json: unknown = text.includes('"verificationMethods"') ? JSON.parse(text) : null;
  const methods = isObject(json) && isObject(json.verificationMethods) ? json.verificationMethods : {};
  for (const [url, method] of Object.entries(methods)) {
    const id = url.split('#')[0] ?? url;
    documents.set(id, { id, verificationMethod: [method], assertionMethod: [url] });
  }
  return documents;
}

/** Documents of did:example, which has no resolver: its keys are in the network map, each under its own id. */
export function pinnedDocuments(entries: readonly NetworkEntry[], file?: string): Map<string, JsonObject> {
  const documents = file === undefined ? new Map<string, JsonObject>() : handedDocuments(file);
  for (const { url, file } of entries) {
    if (!url.startsWith('did:') || !file) continue;
    const method: unknown = JSON.parse(Buffer.from(readCorpus(file)).toString('utf8'));
    const did = url.split('#')[0] ?? url;
    if (!isObject(method) || textOf(method.id) === null) continue;
    documents.set(did, { id: did, verificationMethod: [method], assertionMethod: [url] });
  }
  return documents;
}

/** The value at a JSON pointer. */
export function atPointer(json: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], json);
}
