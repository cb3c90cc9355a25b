import { issuerHost } from '../../core/did-web.ts';
import type { Fetched, StatusFact } from '../../core/facts.ts';
import { idOf, type JsonObject, textOf } from '../../core/json.ts';
import {
  meaningOf,
  readBitEntry,
  readStatusValue,
  remarkOn,
  remarkOnLength,
} from '../../core/status-rules.ts';
import { type BitList, openBitList, type Values } from './open-list.ts';
import { placeIn, unanswered, unreached } from './unanswered.ts';

/** A status list as served: JSON, or a token with JSON inside. */
export type ListDocument = { json: JsonObject; token: string | null };

/** Fetches a status list. */
export type ReadList = (
  url: string,
) => Promise<{ ok: true; list: ListDocument } | { ok: false; fetched: Fetched }>;

/** Verifies a status list as a credential, without following its own status; null means nothing is wrong with it. */
export type VerifyList = (list: ListDocument) => Promise<string | null>;

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
  const opened = await openBitList(list.json);
  const value = readValue(opened.values, index, size);
  const distrust = value.ok
    ? (judgePurpose(opened, purpose) ?? judgeLister(list.json, url, credential) ?? (await verifyList(list)))
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
    entry: { ...place, ...opened.life, ...seen },
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

type Value = { ok: true; value: number; bytes: number } | { ok: false; detail: string };

/** The value at the entry's index, or why there is none. */
function readValue(values: Values, index: number, size: number): Value {
  if (!values.ok) return values;
  const value = readStatusValue(values.bytes, index, size);
  return value === null
    ? { ok: false, detail: 'the index is outside the list' }
    : { ok: true, value, bytes: values.bytes.byteLength };
}

/** Type and purpose of the list; one without purpose lists nothing (verification.md §2.9 no. 3, 4). */
function judgePurpose({ problem, purposes }: BitList, purpose: string): string | null {
  if (problem !== null) return problem;
  return purposes === null || purposes.includes(purpose) ? null : `the list is not one for ${purpose}`;
}

/** Issuer and id of the list (BSL "Validate Algorithm", verification.md §2.9 no. 3, 5). */
function judgeLister(list: JsonObject, url: string, credential: JsonObject): string | null {
  const issuerId = idOf(credential.issuer) ?? '';
  // The issuer's own host may serve a list that another of its identities signed, and under its former name.
  if (issuerHost(issuerId) !== null && issuerHost(issuerId) === issuerHost(url)) return null;
  if (idOf(list.issuer) !== issuerId)
    return 'the list is signed by another issuer, at a host that is not the issuer’s';
  const id = textOf(list.id);
  return id === null || isSameAddress(id, url) ? null : `the list calls itself ${id}`;
}
