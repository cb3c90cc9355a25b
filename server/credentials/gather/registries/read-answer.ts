import type { FetchPort } from '../../core/fetch-port.ts';
import type { Json } from '../../core/json.ts';
import { gateJson, gateLimits } from '../../core/json-gate.ts';
import { decodeUtf8 } from '../read-json.ts';

/** What a registry answered, as text; `absent` = it answered that there is nothing. */
export type RegistryAnswer =
  | { ok: true; text: string }
  | { ok: false; state: 'unreachable' | 'malformed' | 'absent'; detail: string };

/** Asks an address of a registry. Never throws. */
export async function askRegistry(url: string, accept: string, fetch: FetchPort): Promise<RegistryAnswer> {
  const answer = await fetch(url, { accept, maxBytes: gateLimits.jsonBytes });
  if (!answer.ok) return { ok: false, state: 'unreachable', detail: answer.detail };
  const { status, body } = answer;
  if (status === 404) return { ok: false, state: 'absent', detail: `${url} answered 404` };
  if (status < 200 || status >= 300)
    return { ok: false, state: 'unreachable', detail: `${url} answered ${status}` };
  return readText(body, url);
}

/** The text of an answer, unless it is none. */
export function readText(bytes: Uint8Array, place: string): RegistryAnswer {
  const text = decodeUtf8(bytes);
  return text === null
    ? { ok: false, state: 'malformed', detail: `${place} is not UTF-8 text` }
    : { ok: true, text };
}

/** JSON behind the gate: an object or a list. */
export function parseAnswer(text: string): { ok: true; json: Json } | { ok: false; detail: string } {
  const gate = gateJson(text);
  if (!gate.ok) return gate;
  try {
    return { ok: true, json: JSON.parse(text) as Json };
  } catch {
    return { ok: false, detail: 'it is not JSON' };
  }
}
