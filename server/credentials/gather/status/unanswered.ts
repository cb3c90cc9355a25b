import type { Fetched, StatusFact } from '../../core/facts.ts';
import type { StatusEntry } from '../../core/report.ts';

/** A place in a list about which nothing is known yet. */
export function placeIn(
  type: string,
  url: string,
  index: number | null,
  purpose: string,
  size = 1,
): StatusEntry {
  return { type, url, index, size, purpose, ttlMs: null, validUntil: null, standing: 'unknown', value: null };
}

/** A status entry that could not be answered, and why: taken as one that might be revoked. */
export function unanswered(
  type: string,
  url: string | null,
  code: NonNullable<StatusFact['problem']>['code'],
  detail: string,
): StatusFact {
  const problem = { code, detail };
  return {
    type,
    meaning: 'revoked',
    url,
    entry: null,
    standing: 'unknown',
    problem,
    reason: null,
    remarks: [],
  };
}

/** A status entry whose list was not to be had, or was no list. */
export function unreached(type: string, url: string, fetched: Fetched): StatusFact {
  if (fetched.state === 'blocked')
    return unanswered(type, url, 'ssrf-blocked', `status list: ${fetched.detail}`);
  const code = fetched.state === 'malformed' ? 'status-list-invalid' : 'status-unavailable';
  return unanswered(type, url, code, fetched.state === 'found' ? url : fetched.detail);
}
