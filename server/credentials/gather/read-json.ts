import { isObject, type JsonObject } from '../core/json.ts';
import { gateJson, gateLimits } from '../core/json-gate.ts';

/** A JSON object behind the gate, with the number of values in it, or why it was not read. */
export type ReadJson =
  | { ok: true; json: JsonObject; values: number; text: string }
  | { ok: false; code: 'malformed' | 'too-large'; detail: string };

const bad = (detail: string): ReadJson => ({ ok: false, code: 'malformed', detail });

/** Decodes UTF-8 strictly; a byte order mark is dropped. Null when it is something else. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads a JSON object: size, UTF-8, gate, and only then `JSON.parse` (verification.md §2.0). */
export function readJson(input: Uint8Array | string): ReadJson {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength;
  if (size > gateLimits.jsonBytes)
    return {
      ok: false,
      code: 'too-large',
      detail: `it is ${Math.ceil(size / 1024)} KiB; 2048 KiB is the limit`,
    };
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text === null) return bad('it is not UTF-8 text');
  if (text.trim() === '') return bad('it is empty');
  const gate = gateJson(text);
  if (!gate.ok) return gate;
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? { ok: true, json, values: gate.values, text } : bad('it is JSON but no object');
  } catch (error) {
    return bad(`it is not JSON (${whereOf(error)})`);
  }
}

function whereOf(error: unknown): string {
  const at = /position \d+(?: \(line \d+ column \d+\))?/.exec(error instanceof Error ? error.message : '');
  return at?.[0] ?? 'it breaks off';
}
