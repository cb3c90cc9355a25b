import { bundledContexts, isBundledContext } from '../contexts/bundled-contexts.ts';
import type { Fetched, Ob2Facts } from '../core/facts.ts';
import { asArray, idOf, isObject, type Json, type JsonObject, textOf } from '../core/json.ts';
import { verificationOf } from '../core/judge-ob2.ts';
import type { Finding } from '../core/report.ts';
import { type GatherContext, timed } from './context.ts';
import { verifySigned } from './ob2-key.ts';
import { readJson } from './read-json.ts';
import type { Token } from './token.ts';

/** An Open Badge 2.0 to be looked into: what was handed in, and its token if it is signed. */
export type Ob2Source = { named: JsonObject; token: Token | null };

const openBadges2 = JSON.stringify(bundledContexts['https://w3id.org/openbadges/v2']?.['@context']);

/**
 * Follows an Open Badge 2.0 from the assertion to badge class, issuer profile, key and revocation list
 * (verification.md §2.1–2.2). A hosted badge is fetched anew: what was handed in only names the address.
 */
export async function gatherOb2({ named, token }: Ob2Source, context: GatherContext): Promise<Ob2Facts> {
  const securing = token === null ? 'hosted' : 'signed';
  const assertion =
    token === null
      ? await timed(context, 'proof', () => fetchAssertion(named, context))
      : ({
          state: 'found',
          url: '',
          status: 200,
          fetchedAt: context.now.toISOString(),
          json: token.body,
        } as const);
  const blank: Ob2Facts = {
    kind: 'ob2',
    securing,
    named,
    assertion,
    badgeClass: null,
    badgeClassUrl: null,
    badgeClassProblem: null,
    issuer: null,
    key: null,
    arithmetic: 'not-computed',
    problems: [],
    revocationList: null,
    endorsements: [],
    isBundled: isBundledContext,
    isBundledInline: (inline) => JSON.stringify(inline) === openBadges2,
    now: context.now,
  };
  if (assertion?.state !== 'found' || assertion.status === 410 || assertion.json.revoked === true)
    return blank;
  const linked = await timed(context, 'issuer', () => fetchLinked(assertion.json, context));
  const { issuer } = linked;
  const profile = issuer?.state === 'found' ? issuer.json : null;
  const signature =
    token === null || profile === null
      ? {}
      : await timed(context, 'proof', () => verifySigned(token, assertion.json, profile, context));
  const revocationList =
    profile === null ? null : await timed(context, 'status', () => fetchRevocationList(profile, context));
  return { ...blank, ...linked, ...signature, revocationList };
}

/** The revocation list that a profile names; one that is named in a way that cannot be read is never passed over. */
export async function fetchRevocationList(
  profile: JsonObject,
  context: GatherContext,
): Promise<Fetched | null> {
  const lists = asArray(profile.revocationList);
  const url = idOf(lists[0]);
  if (lists.length === 0) return null;
  if (lists.length === 1 && url !== null) return context.asker.askJson(url);
  return { state: 'malformed', url: url ?? '', status: null, detail: 'the profile names it in no known way' };
}

/** The address is the assertion's id; 1.x style `verify.url` only when there is no http id. */
async function fetchAssertion(named: JsonObject, context: GatherContext): Promise<Fetched | null> {
  const verification = verificationOf(named);
  const id = textOf(named.id);
  const stated = isObject(verification) ? textOf(verification.url) : null;
  const address = id !== null && /^https?:\/\//.test(id) ? id : stated;
  if (address === null) return null;
  const fetched = await context.asker.askJson(address, 'application/ld+json, application/json');
  return (await readWithdrawn(fetched, address, context)) ?? fetched;
}

/** A revoked badge may say so under any status, such as 404. */
async function readWithdrawn(
  fetched: Fetched,
  address: string,
  context: GatherContext,
): Promise<Fetched | null> {
  if (fetched.state !== 'unreachable' || fetched.status === null) return null;
  const answer = await context.asker.ask(address);
  const read = answer.ok ? readJson(answer.body) : null;
  if (!answer.ok || !read?.ok || read.json.revoked !== true) return null;
  return {
    state: 'found',
    url: answer.url,
    status: answer.status,
    fetchedAt: answer.fetchedAt,
    json: read.json,
  };
}

type Linked = Pick<Ob2Facts, 'badgeClass' | 'badgeClassUrl' | 'badgeClassProblem' | 'issuer'>;

async function fetchLinked(assertion: JsonObject, context: GatherContext): Promise<Linked> {
  const none: Linked = { badgeClass: null, badgeClassUrl: null, badgeClassProblem: null, issuer: null };
  const found = await fetchBadgeClass(assertion.badge, context);
  if ('problem' in found) return { ...none, badgeClassProblem: found.problem };
  const { json, url } = found;
  // Always fetched, also when embedded: an embedded profile could name a stranger's id with its own key.
  const issuerId = idOf(json.issuer);
  const issuer = issuerId === null ? null : await fetchCanonical(issuerId, context);
  return { ...none, badgeClass: json, badgeClassUrl: url, issuer };
}

async function fetchBadgeClass(
  badge: Json | undefined,
  context: GatherContext,
): Promise<{ json: JsonObject; url: string | null } | { problem: Fetched | null }> {
  const id = idOf(badge);
  const fetched = id !== null && /^https?:\/\//.test(id) ? await fetchCanonical(id, context) : null;
  if (fetched?.state === 'found') return { json: fetched.json, url: fetched.url };
  return isObject(badge) ? { json: badge, url: null } : { problem: fetched };
}

/** A document that calls itself by another address is asked for there once; if it answers so, that one counts. */
export async function fetchCanonical(address: string, context: GatherContext): Promise<Fetched> {
  if (!/^https?:\/\//.test(address))
    return { state: 'unreachable', url: address, status: null, detail: `${address} is no web address` };
  const fetched = await context.asker.askJson(address, 'application/ld+json, application/json');
  if (fetched.state !== 'found' || fetched.status === 410) return asUnreachable(fetched);
  const claimed = textOf(fetched.json.id);
  if (claimed === null || claimed === address || !/^https?:\/\//.test(claimed))
    return { ...fetched, url: address };
  const again = await context.asker.askJson(claimed, 'application/ld+json, application/json');
  const confirms = again.state === 'found' && again.status !== 410 && again.json.id === claimed;
  return confirms ? { ...again, url: claimed } : { ...fetched, url: address };
}

function asUnreachable(fetched: Fetched): Fetched {
  if (fetched.state !== 'found') return fetched;
  return { state: 'unreachable', url: fetched.url, status: 410, detail: `${fetched.url} answered 410` };
}

/** A link in a picture or a pasted address: the document found there is the one to look into. */
export function linkProblem(fetched: Exclude<Fetched, { state: 'found' }>): Finding {
  if (fetched.state === 'blocked')
    return { code: 'ssrf-blocked', check: 'well-formed', detail: `address: ${fetched.detail}` };
  const code = fetched.state === 'malformed' ? 'malformed' : 'issuer-unresolvable';
  return { code, check: 'well-formed', detail: fetched.detail, source: fetched.url };
}
