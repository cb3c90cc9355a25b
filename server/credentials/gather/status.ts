import { gunzipSync } from 'node:zlib';
import { issuerHost } from '../core/did-web.ts';
import type { Fetched, StatusFact } from '../core/facts.ts';
import {
  asArray,
  idOf,
  isObject,
  type JsonObject,
  objectsOf,
  textOf,
  textsOf,
  typesOf,
} from '../core/json.ts';
import { bitEntryTypes, meaningOf, readBitEntry, readStatusValue } from '../core/status-rules.ts';
import type { GatherContext } from './context.ts';

/** Verifies a status list as a credential, without following its own status; null means nothing is wrong with it. */
export type VerifyList = (list: ListDocument) => Promise<string | null>;

/** A status list as served: JSON, or a token with JSON inside. */
export type ListDocument = { json: JsonObject; token: string | null };

const mostBytes = 16 * 1024 * 1024;
const mostEntries = 8;

/** Answers every entry of `credentialStatus`: one set bit is enough, whichever entry it stands in (§2.9). */
export async function gatherStatuses(
  credential: JsonObject,
  context: GatherContext,
  readList: (url: string) => Promise<{ ok: true; list: ListDocument } | { ok: false; fetched: Fetched }>,
  verifyList: VerifyList,
): Promise<StatusFact[]> {
  const all = asArray(credential.credentialStatus);
  const entries = all.slice(0, mostEntries);
  const facts: StatusFact[] = [];
  if (all.length > mostEntries)
    facts.push(
      unanswered('too many', null, 'status-unavailable', `there are more than ${mostEntries} entries`),
    );
  for (const entry of entries) {
    const type = typesOf(entry)[0] ?? 'no type';
    if (!isObject(entry))
      facts.push(unanswered(type, null, 'status-unavailable', 'credentialStatus is no object'));
    else if (bitEntryTypes.includes(type))
      facts.push(await answerBit(entry, type, credential, readList, verifyList));
    else if (type === '1EdTechRevocationList') facts.push(await answerList(entry, credential, context));
    else
      facts.push(
        unanswered(type, idOf(entry), 'status-unavailable', `the kind of status ${type} is not known here`),
      );
  }
  return facts;
}

function unanswered(
  type: string,
  url: string | null,
  code: NonNullable<StatusFact['problem']>['code'],
  detail: string,
): StatusFact {
  return { type, meaning: 'revoked', url, standing: 'unknown', problem: { code, detail }, reason: null };
}

function unreached(type: string, url: string, fetched: Fetched): StatusFact {
  if (fetched.state === 'blocked')
    return unanswered(type, url, 'ssrf-blocked', `status list: ${fetched.detail}`);
  const code = fetched.state === 'malformed' ? 'status-list-invalid' : 'status-unavailable';
  return unanswered(type, url, code, fetched.state === 'found' ? url : fetched.detail);
}

async function answerBit(
  entry: JsonObject,
  type: string,
  credential: JsonObject,
  readList: Parameters<typeof gatherStatuses>[2],
  verifyList: VerifyList,
): Promise<StatusFact> {
  const read = readBitEntry(entry);
  if (!read.ok)
    return unanswered(type, textOf(entry.statusListCredential), 'status-list-invalid', read.detail);
  const { url, index, size, purpose } = read;
  const answer = await readList(url);
  if (!answer.ok) return { ...unreached(type, url, answer.fetched), meaning: meaningOf(purpose) };
  const { list } = answer;
  const value = readValue(list.json, index, size);
  const distrust =
    typeof value === 'string'
      ? value
      : (judgeList(list.json, url, purpose, credential) ?? (await verifyList(list)));
  const standing = typeof value === 'string' ? 'unknown' : value === 0 ? 'clear' : 'set';
  const problem = distrust === null ? null : ({ code: 'status-list-invalid', detail: distrust } as const);
  return { type, meaning: meaningOf(purpose), url, standing, problem, reason: null };
}

function subjectOf(list: JsonObject): JsonObject {
  return objectsOf(list.credentialSubject)[0] ?? {};
}

/** The value at the entry's index, or why there is none. Decompression stops at 16 MiB. */
function readValue(list: JsonObject, index: number, size: number): number | string {
  const encoded = textOf(subjectOf(list).encodedList);
  if (encoded === null) return 'the list holds no encodedList';
  // Bitstring lists carry the multibase letter `u`; the older kind has none and begins with gzip's own `H4`.
  const text = encoded.startsWith('u') ? encoded.slice(1) : encoded;
  try {
    const bits = gunzipSync(Buffer.from(text, 'base64url'), { maxOutputLength: mostBytes });
    return readStatusValue(bits, index, size) ?? 'the index is outside the list';
  } catch {
    return 'the list cannot be unpacked';
  }
}

/** Type, purpose, id and issuer of the list (BSL "Validate Algorithm", verification.md §2.9 no. 3–5). */
function judgeList(list: JsonObject, url: string, purpose: string, credential: JsonObject): string | null {
  const kinds = ['BitstringStatusListCredential', 'StatusList2021Credential'];
  if (!typesOf(list).some((type) => kinds.includes(type))) return 'the document is no status list';
  const purposes = textsOf(subjectOf(list).statusPurpose);
  if (purposes.length > 0 && !purposes.includes(purpose)) return `the list is not one for ${purpose}`;
  const issuerId = idOf(credential.issuer) ?? '';
  // The issuer's own host may serve a list that another of its identities signed.
  if (issuerHost(issuerId) !== null && issuerHost(issuerId) === issuerHost(url)) return null;
  if (idOf(list.issuer) !== issuerId)
    return 'the list is signed by another issuer, at a host that is not the issuer’s';
  const id = textOf(list.id);
  return id === null || id === url ? null : `the list calls itself ${id}`;
}

/** 1EdTechRevocationList: an unsigned list of ids; it clears only from the issuer's own host over https. */
async function answerList(
  entry: JsonObject,
  credential: JsonObject,
  context: GatherContext,
): Promise<StatusFact> {
  const type = '1EdTechRevocationList';
  const url = textOf(entry.id);
  if (url === null) return unanswered(type, null, 'status-list-invalid', 'credentialStatus.id is missing');
  const fetched = await context.asker.askJson(url);
  if (fetched.state !== 'found' || fetched.status === 410) return unreached(type, url, fetched);
  const ids = new Set([textOf(credential.id)].filter((id) => id !== null));
  const hit = objectsOf(fetched.json.revokedCredential).find(
    (row) => ids.has(textOf(row.id) ?? '') && row.revoked !== false,
  );
  if (hit)
    return {
      type,
      meaning: 'revoked',
      url,
      standing: 'set',
      problem: null,
      reason: textOf(hit.revocationReason),
    };
  const issuerId = idOf(credential.issuer) ?? '';
  const isOwn = url.startsWith('https://') && issuerHost(url) === issuerHost(issuerId);
  const hasList = Array.isArray(fetched.json.revokedCredential);
  if (isOwn && hasList)
    return { type, meaning: 'revoked', url, standing: 'clear', problem: null, reason: null };
  const detail = hasList
    ? 'the list is unsigned and not at the host of the issuer'
    : 'the list has no entries member';
  return { ...unanswered(type, url, 'status-list-invalid', detail), standing: 'clear' };
}
