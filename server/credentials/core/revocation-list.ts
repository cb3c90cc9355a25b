import type { Fetched } from './facts.ts';
import { isObject, type JsonObject, objectsOf, textOf, textsOf } from './json.ts';
import type { Finding } from './report.ts';

const unfound = {
  blocked: 'ssrf-blocked',
  malformed: 'status-list-invalid',
  unreachable: 'status-unavailable',
} as const;

/**
 * Judges a revocation list in the form of OB 2.0. Entries are ids, or objects with `id` or `uid`; being listed means
 * revoked unless `revoked` says false. `issuerIds` are the names under which the issuer may sign the list.
 */
export function judgeListedIds(
  list: Fetched,
  ids: readonly (string | null)[],
  issuerIds: readonly (string | null)[],
): Finding[] {
  const { url: source } = list;
  if (list.state !== 'found')
    return [
      { code: unfound[list.state], check: 'status', detail: `revocation list: ${list.detail}`, source },
    ];
  if (list.status === 410)
    return [{ code: 'status-unavailable', check: 'status', detail: 'the revocation list is gone', source }];
  const { revokedAssertions, issuer } = list.json;
  const rows = [
    ...textsOf(revokedAssertions).map((id): JsonObject => ({ id })),
    ...objectsOf(revokedAssertions),
  ];
  const own = new Set(ids.filter((id) => id !== null));
  const hit = rows.find(
    (row) => row.revoked !== false && [row.id, row.uid].some((id) => own.has(textOf(id) ?? '')),
  );
  if (hit) return [{ code: 'revoked', check: 'status', detail: textOf(hit.revocationReason) ?? '', source }];
  const named = isObject(issuer) ? textOf(issuer.id) : textOf(issuer);
  if (named !== null && !issuerIds.includes(named))
    return [
      { code: 'status-list-invalid', check: 'status', detail: 'the list is that of another issuer', source },
    ];
  if (!Array.isArray(revokedAssertions))
    return [{ code: 'status-list-invalid', check: 'status', detail: 'the list has no entries', source }];
  return [];
}
