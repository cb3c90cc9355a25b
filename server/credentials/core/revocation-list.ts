import type { Fetched } from './facts.ts';
import { asArray, isObject, type Json, type JsonObject, textOf } from './json.ts';
import type { Finding } from './report.ts';

const unfound = {
  blocked: 'ssrf-blocked',
  malformed: 'status-list-invalid',
  unreachable: 'status-unavailable',
} as const;

/** What a list of revoked ids says about one of them. */
export interface Listing {
  isListed: boolean;
  reason: string | null;
}

/**
 * Judges a revocation list in the form of OB 2.0, which Blockcerts uses too (verification.md §2.2 no. 7, §2.11).
 * A listed id is revoked whatever else is wrong with the list; one that is not listed is cleared only by a list that
 * has entries and is no other issuer's. `issuerIds` are the names under which the issuer may give it.
 */
export function judgeRevocationList(
  document: JsonObject,
  list: Fetched | null,
  issuerIds: readonly (string | null)[],
): Finding[] {
  if (list === null) return [];
  const { url: source } = list;
  const say = (code: Finding['code'], detail: string): Finding[] => [
    { code, check: 'status', detail, source },
  ];
  if (list.state !== 'found') return say(unfound[list.state], `revocation list: ${list.detail}`);
  if (list.status === 410) return say('status-unavailable', 'the revocation list is gone');
  const { revokedAssertions, issuer } = list.json;
  const { isListed, reason } = findListed(revokedAssertions, [document.id, document.uid]);
  if (isListed) return say('revoked', reason ?? '');
  const problem = describeProblem(revokedAssertions, issuer, issuerIds);
  return problem === null ? [] : say('status-list-invalid', problem);
}

/**
 * Looks for ids among the entries of a list: ids themselves, or objects with `id` or `uid`, of which one that says
 * `revoked: false` is not revoked. JSON-LD writes a single entry without brackets, and old ids may be numbers.
 */
export function findListed(entries: Json | undefined, ids: readonly (Json | undefined)[]): Listing {
  const own = new Set(ids.map(textOfId).filter((id) => id !== null));
  const isOwn = (id: Json | undefined) => own.has(textOfId(id) ?? '');
  for (const entry of asArray(entries)) {
    if (!isObject(entry) && isOwn(entry)) return { isListed: true, reason: null };
    if (isObject(entry) && entry.revoked !== false && (isOwn(entry.id) || isOwn(entry.uid)))
      return { isListed: true, reason: textOf(entry.revocationReason) };
  }
  return { isListed: false, reason: null };
}

/** An id as text: badges before 2.0 have a `uid` that some issuers write as a number, here or there. */
function textOfId(id: Json | undefined): string | null {
  return Number.isSafeInteger(id) ? String(id) : textOf(id);
}

/** Why absence from the list proves nothing, or null. OB 2.0 asks for `issuer`, but lists in use leave it out. */
function describeProblem(
  entries: Json | undefined,
  issuer: Json | undefined,
  issuerIds: readonly (string | null)[],
): string | null {
  const lister = isObject(issuer) ? (issuer.id ?? '') : (issuer ?? '');
  const isForeign = lister !== '' && !(typeof lister === 'string' && issuerIds.includes(lister));
  if (isForeign) return 'the list is that of another issuer';
  const isList = Array.isArray(entries) || isObject(entries) || textOf(entries ?? null) !== null;
  return isList ? null : 'the list has no entries';
}
