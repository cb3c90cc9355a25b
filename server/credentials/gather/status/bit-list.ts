import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { issuerHost } from '../../core/did-web.ts';
import type { Fetched, StatusFact } from '../../core/facts.ts';
import { idOf, type JsonObject, objectsOf, textOf, textsOf, typesOf } from '../../core/json.ts';
import type { StatusEntry } from '../../core/report.ts';
import {
  meaningOf,
  readBitEntry,
  readStatusValue,
  readTtl,
  remarkOn,
  remarkOnLength,
} from '../../core/status-rules.ts';
import { placeIn, unanswered, unreached } from './unanswered.ts';

/** A status list as served: JSON, or a token with JSON inside. */
export type ListDocument = { json: JsonObject; token: string | null };

/** Fetches a status list. */
export type ReadList = (
  url: string,
) => Promise<{ ok: true; list: ListDocument } | { ok: false; fetched: Fetched }>;

/** Verifies a status list as a credential, without following its own status; null means nothing is wrong with it. */
export type VerifyList = (list: ListDocument) => Promise<string | null>;

const unpack = promisify(gunzip);
const mostBytes = 16 * 1024 * 1024;

/** Type of the list credential and type of its subject, by kind of list. */
const kinds: Readonly<Record<string, string>> = {
  BitstringStatusListCredential: 'BitstringStatusList',
  StatusList2021Credential: 'StatusList2021',
  RevocationList2020Credential: 'RevocationList2020',
};

/**
 * Answers an entry that points at a bit, in the order of verification.md §2.9: the value is read first, since a set
 * one counts whatever is wrong with the list; a clear one needs a list without fault.
 */
export async function answerBit(
  entry: JsonObject,
  type: string,
  credential: JsonObject,
  readList: ReadList,
  verifyList: VerifyList,
): Promise<StatusFact> {
  const read = readBitEntry(entry);
  if (!read.ok) {
    const named = textOf(entry.statusListCredential) ?? textOf(entry.revocationListCredential);
    const meant = meaningOf(textOf(entry.statusPurpose) ?? 'revocation');
    return { ...unanswered(type, named, 'status-list-invalid', read.detail), meaning: meant };
  }
  const { url, index, size, purpose } = read;
  const meaning = meaningOf(purpose);
  const place = placeIn(type, url, index, purpose, size);
  if (isSameAddress(url, textOf(credential.id))) {
    const detail = 'the credential names itself as its status list';
    return { ...unanswered(type, url, 'status-list-invalid', detail), meaning };
  }
  const answer = await readList(url);
  if (!answer.ok) return { ...unreached(type, url, answer.fetched), meaning, entry: place };
  const { list } = answer;
  const value = await readValue(list.json, index, size);
  const distrust = value.ok
    ? (judgeList(list.json, url, purpose, credential) ?? (await verifyList(list)))
    : value.detail;
  const standing = value.ok ? (value.value === 0 ? 'clear' : 'set') : 'unknown';
  const seen = {
    standing: distrust !== null && standing === 'clear' ? 'unknown' : standing,
    value: value.ok ? value.value : null,
  } as const;
  return {
    type,
    meaning,
    url,
    entry: { ...place, ...lifeOf(list.json), ...seen },
    standing,
    problem: distrust === null ? null : { code: 'status-list-invalid', detail: distrust },
    reason: null,
    remarks: value.ok ? [...remarkOn(entry, purpose, value.value), ...remarkOnLength(value.bytes)] : [],
  };
}

function isSameAddress(url: string, id: string | null): boolean {
  if (id === null || !URL.canParse(url) || !URL.canParse(id)) return false;
  const bare = (text: string) => new URL(text).href.split('#')[0];
  return bare(url) === bare(id);
}

function subjectOf(list: JsonObject): JsonObject {
  return objectsOf(list.credentialSubject)[0] ?? {};
}

function lifeOf(list: JsonObject): Pick<StatusEntry, 'ttlMs' | 'validUntil'> {
  const validUntil = textOf(list.validUntil) ?? textOf(list.expirationDate);
  return { ttlMs: readTtl(subjectOf(list).ttl, 1), validUntil };
}

type Value = { ok: true; value: number; bytes: number } | { ok: false; detail: string };

/** The value at the entry's index, or why there is none. Unpacked beside the event loop, up to 16 MiB. */
async function readValue(list: JsonObject, index: number, size: number): Promise<Value> {
  const encoded = textOf(subjectOf(list).encodedList);
  if (encoded === null) return { ok: false, detail: 'the list holds no encodedList' };
  // Bitstring lists carry the multibase letter `u`; the older kinds have none and begin with gzip's own `H4`.
  const text = encoded.startsWith('u') ? encoded.slice(1) : encoded;
  try {
    const bits = await unpack(Buffer.from(text, 'base64url'), { maxOutputLength: mostBytes });
    const value = readStatusValue(bits, index, size);
    return value === null
      ? { ok: false, detail: 'the index is outside the list' }
      : { ok: true, value, bytes: bits.byteLength };
  } catch {
    return { ok: false, detail: 'the list cannot be unpacked' };
  }
}

/** Type, purpose, id and issuer of the list (BSL "Validate Algorithm", verification.md §2.9 no. 3–5). */
function judgeList(list: JsonObject, url: string, purpose: string, credential: JsonObject): string | null {
  const kind = typesOf(list).find((type) => Object.hasOwn(kinds, type));
  if (kind === undefined) return 'the document is no status list';
  const subjectTypes = typesOf(subjectOf(list));
  if (subjectTypes.length > 0 && !subjectTypes.includes(kinds[kind] ?? ''))
    return `the subject of the list is a ${subjectTypes[0]}`;
  const purposes = textsOf(subjectOf(list).statusPurpose);
  const isPlain = kind === 'RevocationList2020Credential';
  if (!isPlain && !purposes.includes(purpose)) return `the list is not one for ${purpose}`;
  const issuerId = idOf(credential.issuer) ?? '';
  // The issuer's own host may serve a list that another of its identities signed, and under its former name.
  if (issuerHost(issuerId) !== null && issuerHost(issuerId) === issuerHost(url)) return null;
  if (idOf(list.issuer) !== issuerId)
    return 'the list is signed by another issuer, at a host that is not the issuer’s';
  const id = textOf(list.id);
  return id === null || isSameAddress(id, url) ? null : `the list calls itself ${id}`;
}
