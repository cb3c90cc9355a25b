import type { FetchPort } from '#server/credentials/core/fetch-port.ts';
import { checkUrl } from '#server/platform/fetch.ts';
import type { Documents } from './issuer.ts';

/** Answers from documents and from nothing else: what is not there is unreachable. The address guard runs first. */
export function serve(...worlds: Documents[]): FetchPort {
  const documents = new Map(worlds.flatMap((world) => [...world]));
  return async (url) => {
    const checked = checkUrl(url);
    if (!checked.ok) return { ok: false, reason: 'blocked', detail: checked.detail };
    const document = documents.get(url);
    if (document === undefined) return { ok: false, reason: 'unreachable', detail: 'connection refused' };
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    const body = new TextEncoder().encode(text);
    const fetchedAt = '2026-11-23T00:00:00Z';
    return { ok: true, url, status: 200, contentType: 'application/json', body, fetchedAt };
  };
}
