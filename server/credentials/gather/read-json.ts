import { isUtf8 } from 'node:buffer';
import { isObject, type Json, type JsonObject } from '../core/json.ts';
import { gateJson, gateLimits } from '../core/json-gate.ts';

/** A JSON object behind the gate, with the number of values in it, or why it was not read. */
export type ReadJson =
  | { ok: true; json: JsonObject; values: number; text: string }
  | { ok: false; code: 'malformed' | 'too-large'; detail: string };

const bad = (detail: string) => ({ ok: false, code: 'malformed', detail }) as const;

/** Decodes UTF-8 strictly; a byte order mark is dropped. Null when it is something else. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

type ReadValue =
  | { ok: true; value: unknown; values: number; text: string }
  | { ok: false; code: 'malformed' | 'too-large'; detail: string };

/** Reads a JSON object: size, UTF-8, gate, and only then `JSON.parse` (verification.md §2.0). */
export function readJson(input: Uint8Array | string): ReadJson {
  const read = readValue(input);
  if (!read.ok) return read;
  const { value, values, text } = read;
  return isObject(value) ? { ok: true, json: value, values, text } : bad('it is JSON but no object');
}

/** A JSON list behind the same gate. */
export type ReadJsonList = { ok: true; list: Json[]; values: number } | { ok: false; detail: string };

/** Reads a JSON list, as `readJson` reads an object. */
export function readJsonList(input: Uint8Array | string): ReadJsonList {
  const read = readValue(input);
  if (!read.ok) return read;
  const { value, values } = read;
  return Array.isArray(value) ? { ok: true, list: value, values } : bad('it is JSON but no list');
}

function readValue(input: Uint8Array | string): ReadValue {
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
    return { ok: true, value: JSON.parse(text), values: gate.values, text };
  } catch (error) {
    return bad(`it is not JSON (${whereOf(error)})`);
  }
}

function whereOf(error: unknown): string {
  const at = /position \d+(?: \(line \d+ column \d+\))?/.exec(error instanceof Error ? error.message : '');
  return at?.[0] ?? 'it breaks off';
}
