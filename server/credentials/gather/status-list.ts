import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { idOf, type JsonObject, objectsOf, textOf, textsOf, typesOf } from '../core/json.ts';
import type { ListLife } from '../core/schedule.ts';
import type { GatherContext } from './context.ts';
import { readToken } from './token.ts';
import { readList, verifyList } from './vc.ts';

/**
 * What a whole list is, asked apart from any credential. `mark` changes with everything but the values that decides
 * whether they may be believed; `bits` is null where there are no places. A list that is not trusted may still set.
 */
export type ListReading =
  | { state: 'unreachable'; problem: string }
  | {
      state: 'good' | 'distrusted';
      problem: string | null;
      mark: string;
      bits: Uint8Array | null;
      life: Omit<ListLife, 'maxAgeMs'>;
    };

/** Lists with places are compared value by value, all others as a whole. */
export type ListKind = 'bits' | 'document';

const unpack = promisify(gunzip);
const mostBytes = 16 * 1024 * 1024;
const kinds = ['BitstringStatusListCredential', 'StatusList2021Credential', 'RevocationList2020Credential'];
const noLife = { ttlMs: null, validUntil: null } as const;

/** Hash of what a list is taken for: text in, short hex out. */
export function markOf(...facts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

/** Reads and verifies a list (verification.md §2.9 no. 2–6). What a credential needs of it beyond that is its own. */
export async function readStatusList(
  url: string,
  kind: ListKind,
  context: GatherContext,
): Promise<ListReading> {
  if (kind === 'document') return readWhole(url, context);
  const answer = await readList(url, context);
  if (!answer.ok) {
    const { fetched } = answer;
    const problem = fetched.state === 'found' ? `${url} answered ${fetched.status}` : fetched.detail;
    if (fetched.state === 'found' || fetched.state === 'unreachable')
      return { state: 'unreachable', problem };
    return { state: 'distrusted', problem, mark: markOf(fetched.state), bits: null, life: noLife };
  }
  const { list } = answer;
  const bits = await decodeBits(list.json);
  const problem = describe(list.json, bits) ?? (await verifyList(list, context));
  const read = { problem, bits, life: lifeOf(list.json) };
  if (problem === null) return { ...read, state: 'good', mark: markOf(...identityOf(list.json)) };
  // Nothing in it can be compared on its own, so any change of it is one.
  return { ...read, state: 'distrusted', mark: markOf(problem, list.token ?? list.json) };
}

/** A list without places that we know: any change of what it says is one. Its credentials judge it. */
async function readWhole(url: string, context: GatherContext): Promise<ListReading> {
  const answer = await context.asker.ask(
    url,
    'application/json, application/statuslist+jwt, application/ld+json',
  );
  if (!answer.ok && answer.reason !== 'unreachable')
    return {
      state: 'distrusted',
      problem: answer.detail,
      mark: markOf(answer.reason),
      bits: null,
      life: noLife,
    };
  if (!answer.ok) return { state: 'unreachable', problem: answer.detail };
  if (answer.status < 200 || answer.status >= 300)
    return { state: 'unreachable', problem: `${url} answered ${answer.status}` };
  const text = Buffer.from(answer.body).toString('latin1').trim();
  const token = readToken(text);
  const rest = { state: 'good', problem: null, bits: null } as const;
  if (!token.ok) return { ...rest, mark: markOf(text), life: noLife };
  const { iss, sub, exp, ttl, status_list: list } = token.token.body;
  const ends = typeof exp === 'number' && exp > 0 && exp < 253_402_300_800 ? new Date(exp * 1_000) : null;
  const life = {
    ttlMs: typeof ttl === 'number' && ttl >= 0 ? ttl * 1_000 : null,
    validUntil: ends?.toISOString() ?? null,
  };
  // Signed anew every day, it still says the same, until it has ended.
  return { ...rest, mark: markOf(iss, sub, list, ends !== null && ends <= context.now), life };
}

function subjectOf(list: JsonObject): JsonObject {
  return objectsOf(list.credentialSubject)[0] ?? {};
}

function describe(list: JsonObject, bits: Uint8Array | null): string | null {
  if (!typesOf(list).some((type) => kinds.includes(type))) return 'the document is no status list';
  return bits === null ? 'the list cannot be unpacked' : null;
}

/** All that a credential compares itself with before it believes a clear bit. */
function identityOf(list: JsonObject) {
  return [typesOf(list), textsOf(subjectOf(list).statusPurpose), idOf(list.issuer), textOf(list.id)];
}

function lifeOf(list: JsonObject): Omit<ListLife, 'maxAgeMs'> {
  const { ttl } = subjectOf(list);
  const ttlMs = typeof ttl === 'number' && Number.isFinite(ttl) && ttl >= 0 ? ttl : null;
  return { ttlMs, validUntil: textOf(list.validUntil) ?? textOf(list.expirationDate) };
}

/** The values, unpacked outside the event loop and never beyond 16 MiB; null when they cannot be. */
async function decodeBits(list: JsonObject): Promise<Uint8Array | null> {
  const encoded = textOf(subjectOf(list).encodedList);
  if (encoded === null) return null;
  const text = encoded.startsWith('u') ? encoded.slice(1) : encoded;
  try {
    return await unpack(Buffer.from(text, 'base64url'), { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}
