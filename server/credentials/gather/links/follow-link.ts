import type { Finding } from '../../core/report.ts';
import type { Asker } from '../asker.ts';
import { linkProblem } from '../ob2.ts';
import { readJson } from '../read-json.ts';
import type { LinkTarget } from './link-target.ts';
import { recogniseLink } from './recognise-link.ts';

/** The document behind a link, or the finding that says why there is none. */
export type Followed =
  | { kind: 'document'; body: Uint8Array; url: string; contentType: string }
  | { kind: 'finding'; finding: Finding };

/**
 * Fetches the document behind a link. A share link of a known platform is turned into the assertion that its issuer
 * keeps, and nothing but that is taken from the platform; any other address is fetched as it is
 * (verification.md §2.15). Never throws.
 */
export async function followLink(url: string, asker: Asker): Promise<Followed> {
  const target = recogniseLink(url);
  switch (target?.kind) {
    case 'assertion':
      return askAssertion(target, asker);
    case 'redirect':
      return followShort(target, asker);
    default:
      return fetchDocument(url, asker, 'application/json, */*');
  }
}

/** The platform answered, but in a form that nobody here has seen: unknown, never a pass. */
export function layoutChanged(platform: string, url?: string): Finding {
  return { code: 'layout-changed', check: 'well-formed', detail: platform, ...(url ? { source: url } : {}) };
}

async function fetchDocument(url: string, asker: Asker, accept: string): Promise<Followed> {
  const answer = await asker.ask(url, accept);
  if (!answer.ok) {
    const state = answer.reason === 'blocked' ? 'blocked' : 'unreachable';
    return { kind: 'finding', finding: linkProblem({ state, url, status: null, detail: answer.detail }) };
  }
  const { status, body, contentType } = answer;
  // A revoked hosted badge may answer 410 with the document that says so.
  if (status >= 400 && status !== 410) {
    const problem = { state: 'unreachable', url, status, detail: `${url} answered ${status}` } as const;
    return { kind: 'finding', finding: linkProblem(problem) };
  }
  return { kind: 'document', body, url: answer.url, contentType };
}

/** Asks the addresses in turn; the first that is answered decides, whatever it says. */
async function askAssertion(
  { platform, requests }: LinkTarget & { kind: 'assertion' },
  asker: Asker,
): Promise<Followed> {
  let last: Followed | null = null;
  for (const { url, answer } of requests) {
    last = await fetchDocument(url, asker, 'application/json');
    if (last.kind !== 'document') continue;
    const read = readJson(last.body);
    // A revoked badge may be reduced to the statement that it is.
    const isWithdrawn = read.ok && read.json.revoked === true;
    if (isWithdrawn || (read.ok && answer.safeParse(read.json).success)) return last;
    return { kind: 'finding', finding: layoutChanged(platform, url) };
  }
  return last ?? { kind: 'finding', finding: layoutChanged(platform) };
}

/** A short link leads to a page of the same platform, whose address names the badge; the page is not read. */
async function followShort(
  { platform, url }: LinkTarget & { kind: 'redirect' },
  asker: Asker,
): Promise<Followed> {
  const page = await fetchDocument(url, asker, 'text/html');
  if (page.kind === 'finding') return page;
  const target = recogniseLink(page.url);
  return target?.kind === 'assertion' && target.platform === platform
    ? askAssertion(target, asker)
    : { kind: 'finding', finding: layoutChanged(platform, url) };
}
