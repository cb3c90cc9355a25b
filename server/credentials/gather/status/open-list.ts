import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import {
  isObject,
  type Json,
  type JsonObject,
  objectsOf,
  textOf,
  textsOf,
  typesOf,
} from '../../core/json.ts';
import type { ListLife } from '../../core/schedule.ts';
import { readTtl } from '../../core/status-rules.ts';

/** How long a list asks to be kept, by what it says itself. */
export type StatedLife = Omit<ListLife, 'maxAgeMs'>;

/** The values of a list, or why there are none. */
export type Values = { ok: true; bytes: Uint8Array } | { ok: false; detail: string };

/** What a list of bits says of itself, read but not believed; `problem` says why it is no such list. */
export interface BitList {
  values: Values;
  problem: string | null;
  /** Names of what it lists; null for RevocationList2020, which lists revocations and says so nowhere. */
  purposes: string[] | null;
  life: StatedLife;
}

const mostBytes = 16 * 1024 * 1024;
const latestSecond = 253_402_300_799;
const methods = { gzip: promisify(gunzip), zlib: promisify(inflate) } as const;

/** Type of the list credential and type of its subject, by kind of list. */
const kinds: Readonly<Record<string, string>> = {
  BitstringStatusListCredential: 'BitstringStatusList',
  StatusList2021Credential: 'StatusList2021',
  RevocationList2020Credential: 'RevocationList2020',
};

/** Reads a list of bits for one of its places as for the whole of it (verification.md §2.9 no. 3, 4 and 6). */
export async function openBitList(list: JsonObject): Promise<BitList> {
  const subject = objectsOf(list.credentialSubject)[0] ?? {};
  const kind = typesOf(list).find((type) => Object.hasOwn(kinds, type));
  const validUntil = textOf(list.validUntil) ?? textOf(list.expirationDate);
  return {
    values: await openBits(subject.encodedList),
    problem: describeProblem(kind, typesOf(subject)),
    purposes: kind === 'RevocationList2020Credential' ? null : textsOf(subject.statusPurpose),
    life: { ttlMs: readTtl(subject.ttl, 1), validUntil },
  };
}

function describeProblem(kind: string | undefined, subjectTypes: string[]): string | null {
  if (kind === undefined) return 'the document is no status list';
  if (subjectTypes.length === 0 || subjectTypes.includes(kinds[kind] ?? '')) return null;
  return `the subject of the list is a ${subjectTypes[0]}`;
}

/** Bitstring lists carry the multibase letter `u`; the older kinds have none and begin with gzip's own `H4`. */
async function openBits(encodedList: Json | undefined): Promise<Values> {
  const encoded = textOf(encodedList);
  if (encoded === null) return { ok: false, detail: 'the list holds no encodedList' };
  return unpack(encoded.startsWith('u') ? encoded.slice(1) : encoded, 'gzip');
}

/** The values of a Token Status List, which is compressed by zlib, not gzip. */
export async function openTokenList(body: JsonObject): Promise<Values> {
  const { lst } = isObject(body.status_list) ? body.status_list : {};
  return typeof lst === 'string' ? unpack(lst, 'zlib') : { ok: false, detail: 'the list holds no values' };
}

/** How long a Token Status List may be kept: `ttl` in seconds, and when it ends. */
export function lifeOfToken({ exp, ttl }: JsonObject): StatedLife {
  const ends = typeof exp === 'number' && exp >= 0 && exp <= latestSecond;
  return { ttlMs: readTtl(ttl, 1000), validUntil: ends ? new Date(exp * 1000).toISOString() : null };
}

/** Unpacks beside the event loop, and never beyond 16 MiB. */
async function unpack(text: string, method: keyof typeof methods): Promise<Values> {
  try {
    const bytes = await methods[method](Buffer.from(text, 'base64url'), { maxOutputLength: mostBytes });
    return { ok: true, bytes };
  } catch {
    return { ok: false, detail: 'the list cannot be unpacked' };
  }
}
