import { guardedFetch } from '#server/platform/fetch.ts';
import type { FindingCode } from './core/report.ts';
import { Asker } from './gather/asker.ts';
import { followLink } from './gather/links/follow-link.ts';
import { recogniseLink } from './gather/links/recognise-link.ts';
import { raiseAlarm } from './raise-alarm.ts';

/** The document behind an address that somebody shared, or the code that says why there is none. */
export type Shared =
  | { body: Uint8Array; contentType: string }
  | { code: FindingCode | 'link-unreachable'; detail: string; source?: string };

const accept = 'application/ld+json, application/json, application/jwt, image/png, image/svg+xml';

/**
 * Fetches what an address leads to, as it is kept from then on: the issuer's assertion behind a share link, the link
 * itself where there is only a page for people, and any other document as it is served. Never throws.
 */
export async function fetchShared(url: string, fetch = guardedFetch): Promise<Shared> {
  const target = recogniseLink(url);
  if (target?.kind === 'page') return { body: new TextEncoder().encode(url), contentType: 'text/plain' };
  if (target) return fetchAssertion(url, fetch);
  const answer = await fetch(url, { accept });
  if (!answer.ok) {
    const code = (
      { blocked: 'ssrf-blocked', unreachable: 'link-unreachable', 'too-large': 'too-large' } as const
    )[answer.reason];
    return { code, detail: answer.detail };
  }
  if (answer.status >= 400)
    return { code: 'link-unreachable', detail: `the address answered ${answer.status}` };
  return answer;
}

async function fetchAssertion(url: string, fetch: typeof guardedFetch): Promise<Shared> {
  const followed = await followLink(url, new Asker(fetch));
  if (followed.kind === 'document') return followed;
  const { finding } = followed;
  await raiseAlarm([finding], new Date());
  const code = finding.code === 'issuer-unresolvable' ? 'link-unreachable' : finding.code;
  return { code, detail: finding.detail, ...(finding.source ? { source: finding.source } : {}) };
}
