import type { Json, JsonObject } from '#server/credentials/core/json.ts';
import { isObject } from '#server/credentials/core/json.ts';
import { gateJson } from '#server/credentials/core/json-gate.ts';
import type { CredentialQuery, WalletQuery } from './dcql.ts';

/** How many presentations one answer may hold. */
const mostPresentations = 20;

/** One presentation of an answer, with the part of the query that it answers. */
export type Answered = { query: CredentialQuery; presentation: string | JsonObject };

/** The presentations of an answer, or why it cannot be read. */
export type ReadAnswer = { ok: true; answered: Answered[] } | { ok: false; detail: string };

const bad = (detail: string): ReadAnswer => ({ ok: false, detail });

/**
 * Reads a `vp_token` (OpenID4VP 1.0 §8.1): an object by ids of the query, and nothing that was not asked for. Its form
 * decides nothing about what is in it. Pure.
 */
export function readVpToken(text: string, query: WalletQuery): ReadAnswer {
  const gate = gateJson(text);
  if (!gate.ok) return bad(gate.detail);
  const token = parse(text);
  if (!isObject(token)) return bad('vp_token is no JSON object');
  const answered: Answered[] = [];
  for (const [id, list] of Object.entries(token)) {
    const asked = query.credentials.find((entry) => entry.id === id);
    if (!asked) return bad(`${id.slice(0, 60)} was not asked for`);
    if (!Array.isArray(list) || list.length === 0) return bad(`${id} holds no list of presentations`);
    if (list.length > 1 && !asked.multiple) return bad(`${id} holds more than was asked for`);
    for (const presentation of list) {
      if (!hasFormOf(asked, presentation)) return bad(`${id} holds a presentation of another format`);
      answered.push({ query: asked, presentation });
    }
  }
  if (answered.length === 0) return bad('vp_token is empty');
  return answered.length > mostPresentations
    ? bad(`vp_token holds more than ${mostPresentations} presentations`)
    : { ok: true, answered };
}

function hasFormOf({ format }: CredentialQuery, value: Json): value is string | JsonObject {
  return format === 'ldp_vc' ? isObject(value) : typeof value === 'string';
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
