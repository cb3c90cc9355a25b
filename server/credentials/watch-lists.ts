import type { CandidateScope } from '#server/platform/scope.ts';
import type { Bound, CredentialView, FindingCode, Report, StatusEntry, Verdict } from './core/report.ts';
import type { KnownStanding } from './core/standing.ts';
import type { ListKind } from './gather/status-list.ts';
import { replaceStatuses, type StatusRow } from './store/credential-statuses.ts';
import type { StoredCredential } from './store/credentials.ts';
import { noteLists } from './store/status-lists.ts';

/** Types of entries whose list is compared value by value; all others are looked at as a whole. */
const withPlaces = new Set(['BitstringStatusListEntry', 'StatusList2021Entry', 'RevocationList2020Status']);
const mostRows = 32;

/** Addresses of lists are keys, and a key has a largest size. A longer one is asked with each verification. */
export function isWatched(url: string): boolean {
  return URL.canParse(url) && Buffer.byteLength(url) <= 2_000;
}

const bare = (url: string) => url.split('#')[0] ?? url;
const kindOf = ({ type, index }: StatusEntry): ListKind =>
  index !== null && withPlaces.has(type) ? 'bits' : 'document';

/**
 * Notes where a credential's status stands, so that one look at a list serves all credentials that name it. `marks`
 * ties the places to the look that was believed. Call it inside the transaction that writes the report.
 */
export async function watchLists(
  scope: CandidateScope,
  { credentialId, isNew }: { credentialId: string; isNew: boolean },
  report: Watched,
  marks: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const all = listReports(report).flatMap(placesOf).slice(0, mostRows);
  const kinds = new Map(all.map(({ row, kind }) => [row.listUrl, kind]));
  await noteLists(
    [...kinds].map(([url, kind]) => ({ url, kind })),
    now,
  );
  const rows = all.map(({ row }) => ({ ...row, listMark: marks.get(row.listUrl) ?? null }));
  await replaceStatuses(scope, credentialId, rows, isNew);
}

type Watched = Pick<Report, 'watch' | 'findings' | 'parts'>;
type Place = { kind: ListKind; row: Omit<StatusRow, 'listMark'> };

/** A report and those of the credentials inside. */
function listReports(report: Watched): Watched[] {
  return [report, ...report.parts.flatMap(listReports)];
}

function placesOf({ watch, findings }: Watched): Place[] {
  const entries = watch.statusEntries.filter(({ url }) => isWatched(url));
  const placed = new Set(entries.map(({ url }) => bare(url)));
  const whole = watch.statusLists.map(bare).filter((url) => isWatched(url) && !placed.has(url));
  return [...entries.map(placeOf), ...whole.map((url) => wholeOf(url, findings))];
}

function placeOf(entry: StatusEntry): Place {
  const { index, size, purpose, standing, value } = entry;
  const row = { listUrl: bare(entry.url), index, size, purpose, standing, lastValue: value };
  return { kind: kindOf(entry), row };
}

/** A list that the format knows no places of, such as the revocation list of an Open Badges 2.0 issuer. */
function wholeOf(listUrl: string, findings: Report['findings']): Place {
  const faults = findings.filter(({ check }) => check === 'status');
  const isSet = faults.some(({ code }) => code === 'revoked' || code === 'suspended');
  const standing = isSet ? 'set' : faults.length > 0 ? 'unknown' : 'clear';
  const row = { listUrl, index: null, size: 1, purpose: 'revocation', standing, lastValue: null } as const;
  return { kind: 'document', row };
}

/** A stored credential's standing. Its lists count only if all of them were found good. */
export function standingOf(stored: StoredCredential): KnownStanding {
  const times = stored.statuses.map(({ list }) => list.lastGoodAt);
  const good = times.filter((time) => time !== null);
  const all = times.length > 0 && good.length === times.length;
  return {
    verdict: stored.verdict as Verdict,
    code: stored.decidingCode as FindingCode | null,
    bound: stored.bound as Bound,
    issuerName: (stored.view as unknown as CredentialView).issuer.name,
    checkedAt: stored.checkedAt,
    verdictSince: stored.verdictSince,
    lastGoodAt: stored.lastGoodAt,
    unreachableSince: stored.unreachableSince,
    listsGoodAt: all ? new Date(Math.min(...good.map(Number))) : null,
  };
}
