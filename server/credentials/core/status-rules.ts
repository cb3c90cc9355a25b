import type { StatusFact, StatusMeaning } from './facts.ts';
import { type Json, type JsonObject, objectsOf, textOf, textsOf, typesOf } from './json.ts';
import type { Finding, StatusEntry } from './report.ts';

/** Types of entries that point at a bit (BSL, StatusList2021, RevocationList2020). */
export const bitEntryTypes = ['BitstringStatusListEntry', 'StatusList2021Entry', 'RevocationList2020Status'];

/** Shortest bit string that hides whom a fetch is about (BSL "Bitstring Generation Algorithm"). */
const fewestBits = 131_072;

/** An entry that points at a bit, or why it does not. */
export type BitEntry =
  | { ok: true; url: string; index: number; size: number; purpose: string }
  | { ok: false; detail: string };

/** Reads a status entry strictly: `5abc`, `4.9` and `0x5` are no indexes (verification.md §2.9 no. 1). */
export function readBitEntry(entry: JsonObject): BitEntry {
  const isOld = typesOf(entry).includes('RevocationList2020Status');
  const at = isOld ? 'revocationList' : 'statusList';
  const url = textOf(entry[`${at}Credential`]);
  const purpose = isOld ? 'revocation' : textOf(entry.statusPurpose);
  const index = readNatural(entry[`${at}Index`]);
  const size = entry.statusSize === undefined ? 1 : readNatural(entry.statusSize);
  if (url === null) return { ok: false, detail: `${at}Credential is missing` };
  if (purpose === null) return { ok: false, detail: 'statusPurpose is missing' };
  if (index === null) return { ok: false, detail: `${at}Index is no whole number` };
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

/** The value at an index of a Token Status List: index 0 is the right-most, unlike above (TSL, §2.7). */
export function readTokenStatusValue(list: Uint8Array, index: number, bits: number): number | null {
  const first = index * bits;
  const byte = list[first >> 3];
  return byte === undefined ? null : (byte >> (first & 7)) & ((1 << bits) - 1);
}

/** What a set value means, by the entry's purpose. */
export function meaningOf(purpose: string): StatusMeaning {
  switch (purpose) {
    case 'revocation':
      return 'revoked';
    case 'suspension':
      return 'suspended';
    case 'refresh':
    case 'message':
      return purpose;
    default:
      return 'other';
  }
}

/** What a value says for people, where its purpose decides nothing (verification.md §2.9 no. 9). */
export function remarkOn(entry: JsonObject, purpose: string, value: number): string[] {
  const meaning = meaningOf(purpose);
  if (meaning === 'message') {
    const texts = objectsOf(entry.statusMessage).filter((item) => valueOfHex(item.status) === value);
    return texts.flatMap(({ message }) => textsOf(message).map((text) => `The issuer says: ${text}`));
  }
  if (value === 0) return [];
  if (meaning === 'refresh') return ['The issuer offers a newer copy of it.'];
  return meaning === 'other'
    ? [`The issuer marked it for “${purpose}”, whose meaning is not known here.`]
    : [];
}

function valueOfHex(status: Json | undefined): number | null {
  return typeof status === 'string' && /^0x[0-9a-f]{1,2}$/i.test(status) ? Number(status) : null;
}

/** A list so short that its host learns who is being looked at; it answers all the same (§2.9 no. 7). */
export function remarkOnLength(bytes: number): string[] {
  return bytes * 8 < fewestBits
    ? ['The list is shorter than the standard asks for, a matter of privacy.']
    : [];
}

/** How long a list asks to be kept, in milliseconds, by a number in the unit given. */
export function readTtl(value: Json | undefined, unitMs: number): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? Math.round(value * unitMs)
    : null;
}

/** True where the answer bears on whether the credential stands. Messages and newer copies do not. */
export function bearsOnStanding({ meaning }: StatusFact): boolean {
  return meaning !== 'message' && meaning !== 'refresh';
}

/** True when every entry that bears on the standing was answered. */
export function isAnswered(statuses: readonly StatusFact[]): boolean {
  const bearing = statuses.filter(bearsOnStanding);
  return statuses.length > 0 && bearing.every((fact) => fact.standing !== 'unknown');
}

/** Set bits count always, clear ones only from a list that could be verified (verification.md §2.9 no. 10). */
export function judgeStatuses(statuses: readonly StatusFact[]): Finding[] {
  return statuses.filter(bearsOnStanding).flatMap((fact): Finding[] => {
    const source = fact.url === null ? {} : { source: fact.url };
    const { meaning } = fact;
    if (fact.standing === 'set' && (meaning === 'revoked' || meaning === 'suspended'))
      return [{ code: meaning, check: 'status', detail: fact.reason ?? '', ...source }];
    if (fact.problem === null || (meaning === 'other' && fact.standing !== 'unknown')) return [];
    return [{ code: fact.problem.code, check: 'status', detail: fact.problem.detail, ...source }];
  });
}

/** What a format hands on about status: the remark of the check, and what a later look must ask. */
export function describeStatuses(statuses: readonly StatusFact[]): {
  remarks: { status?: string };
  canBeWithdrawn: boolean;
  statusLists: string[];
  statusEntries: StatusEntry[];
} {
  const remarks = [...new Set(statuses.flatMap((fact) => fact.remarks))];
  const standing = 'The issuer has not withdrawn it.';
  return {
    remarks: remarks.length === 0 ? {} : { status: [standing, ...remarks].join(' ') },
    canBeWithdrawn: statuses.some(bearsOnStanding),
    statusLists: [...new Set(statuses.flatMap(({ url }) => (url === null ? [] : [url])))],
    statusEntries: statuses.flatMap(({ entry }) => (entry === null ? [] : [entry])),
  };
}
