import type { StatusFact } from './facts.ts';
import { type Json, type JsonObject, textOf } from './json.ts';
import type { Finding } from './report.ts';

/** Types of entries that point at a bit (BSL, StatusList2021). */
export const bitEntryTypes = ['BitstringStatusListEntry', 'StatusList2021Entry'];

/** An entry that points at a bit, or why it does not. */
export type BitEntry =
  | { ok: true; url: string; index: number; size: number; purpose: string }
  | { ok: false; detail: string };

/** Reads a status entry strictly: `5abc`, `4.9` and `0x5` are no indexes (verification.md §2.9 no. 1). */
export function readBitEntry(entry: JsonObject): BitEntry {
  const url = textOf(entry.statusListCredential);
  const purpose = textOf(entry.statusPurpose);
  const index = readNatural(entry.statusListIndex);
  const size = entry.statusSize === undefined ? 1 : readNatural(entry.statusSize);
  if (url === null) return { ok: false, detail: 'statusListCredential is missing' };
  if (purpose === null) return { ok: false, detail: 'statusPurpose is missing' };
  if (index === null) return { ok: false, detail: 'statusListIndex is no whole number' };
  if (size === null || size < 1 || size > 8)
    return { ok: false, detail: 'statusSize is not between 1 and 8' };
  return { ok: true, url, index, size, purpose };
}

function readNatural(value: Json | undefined): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The value at an index: index 0 is the left-most bit (BSL "Bitstring Encoding"); null when out of range. */
export function readStatusValue(bits: Uint8Array, index: number, size: number): number | null {
  let value = 0;
  for (let bit = index * size; bit < (index + 1) * size; bit++) {
    const byte = bits[bit >> 3];
    if (byte === undefined) return null;
    value = value * 2 + ((byte >> (7 - (bit & 7))) & 1);
  }
  return value;
}

/** What a set value means, by the entry's purpose. */
export function meaningOf(purpose: string): StatusFact['meaning'] {
  if (purpose === 'revocation') return 'revoked';
  return purpose === 'suspension' ? 'suspended' : 'other';
}

/** Set bits count always, clear ones only from a list that could be verified (verification.md §2.9 no. 10). */
export function judgeStatuses(statuses: readonly StatusFact[]): Finding[] {
  return statuses.flatMap((fact): Finding[] => {
    const source = fact.url === null ? {} : { source: fact.url };
    if (fact.standing === 'set' && fact.meaning !== 'other')
      return [{ code: fact.meaning, check: 'status', detail: fact.reason ?? '', ...source }];
    if (fact.problem === null || (fact.meaning === 'other' && fact.standing !== 'unknown')) return [];
    return [{ code: fact.problem.code, check: 'status', detail: fact.problem.detail, ...source }];
  });
}
