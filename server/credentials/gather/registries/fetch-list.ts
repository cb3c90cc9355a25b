import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { FetchPort } from '../../core/fetch-port.ts';
import type { Json } from '../../core/json.ts';
import { gateLimits } from '../../core/json-gate.ts';
import type { RegistrySource } from '../../core/registries/sources.ts';
import { askRegistry, parseAnswer, type RegistryAnswer, readText } from './read-answer.ts';

/** A registry that is read as a whole. */
export type WholeSource = Extract<RegistrySource, { type: 'dcc-legacy' | 'own' | 'dcc-list' }>;

/** Its content with the SHA-256 (hex) of its text, or why there is none. */
export type FetchedList =
  | { ok: true; json: Json; hash: string }
  | { ok: false; state: 'unreachable' | 'malformed'; detail: string };

/** Gets a whole registry from its file or address. Never throws; an answer of 404 is an outage, not an empty list. */
export async function fetchList(source: WholeSource, fetch: FetchPort): Promise<FetchedList> {
  const answer =
    source.file === undefined
      ? await askRegistry(source.url ?? '', 'application/json', fetch)
      : await readRegistryFile(source.file);
  if (!answer.ok) {
    const { state, detail } = answer;
    return { ok: false, state: state === 'malformed' ? state : 'unreachable', detail };
  }
  const read = parseAnswer(answer.text);
  if (!read.ok) return { ok: false, state: 'malformed', detail: read.detail };
  return { ok: true, json: read.json, hash: createHash('sha256').update(answer.text).digest('hex') };
}

async function readRegistryFile(file: string): Promise<RegistryAnswer> {
  try {
    const { size } = await stat(file);
    if (size > gateLimits.jsonBytes)
      return { ok: false, state: 'malformed', detail: `${file} is larger than 2 MiB` };
    return readText(await readFile(file), file);
  } catch {
    return { ok: false, state: 'unreachable', detail: `${file} cannot be read` };
  }
}
