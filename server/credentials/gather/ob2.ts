import { bundledContexts, isBundledContext } from '../contexts/bundled-contexts.ts';
import type { Fetched, KeyFact, Ob2Facts } from '../core/facts.ts';
import { asArray, idOf, isObject, type Json, type JsonObject, objectsOf, textOf } from '../core/json.ts';
import type { Finding } from '../core/report.ts';
import { type GatherContext, timed } from './context.ts';
import { readPem } from './keys/public-key.ts';
import { type Token, verifyToken } from './token.ts';

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
  const listUrl = profile === null ? null : idOf(profile.revocationList);
  const revocationList =
    listUrl === null ? null : await timed(context, 'status', () => context.asker.askJson(listUrl));
  return { ...blank, ...linked, ...signature, revocationList };
}

/** The address is the assertion's id; 1.x style `verify.url` only when there is no http id. */
async function fetchAssertion(named: JsonObject, context: GatherContext): Promise<Fetched | null> {
  const verification = isObject(named.verification) ? named.verification : named.verify;
  const id = textOf(named.id);
  const stated = isObject(verification) ? textOf(verification.url) : null;
  const address = id !== null && /^https?:\/\//.test(id) ? id : stated;
  return address === null ? null : context.asker.askJson(address, 'application/ld+json, application/json');
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

type Signature = Pick<Ob2Facts, 'key' | 'arithmetic' | 'problems'>;

/** The key counts only through the fetched profile, and must name the issuer as its owner (§2.2 no. 4–6). */
export async function verifySigned(
  token: Token,
  assertion: JsonObject,
  profile: JsonObject,
  context: GatherContext,
): Promise<Signature> {
  const verification = isObject(assertion.verification) ? assertion.verification : assertion.verify;
  const listed = asArray(profile.publicKey);
  const ids = listed.map(idOf).filter((id) => id !== null);
  const named = isObject(verification) ? textOf(verification.creator) : null;
  const keyId = named ?? (ids.length === 1 ? ids[0] : undefined) ?? null;
  const issuerId = textOf(profile.id) ?? '';
  const fault = (state: 'missing' | 'unlisted' | 'unresolved' | 'blocked', detail: string): Signature => ({
    key: { state, methodId: keyId, detail },
    arithmetic: 'not-computed',
    problems: [],
  });
  if (keyId === null) return fault('missing', 'neither badge nor issuer names the key');
  if (!ids.includes(keyId)) return fault('unlisted', `${issuerId} does not list the key ${keyId}`);
  const embedded = objectsOf(profile.publicKey).find(
    (key) => key.id === keyId && textOf(key.publicKeyPem) !== null,
  );
  const fetched = embedded ? null : await context.asker.askJson(keyId);
  if (fetched !== null && fetched.state !== 'found')
    return fault(fetched.state === 'blocked' ? 'blocked' : 'unresolved', `key: ${fetched.detail}`);
  const document = embedded ?? fetched?.json ?? {};
  if (textOf(document.owner) !== issuerId)
    return fault('unlisted', `the key ${keyId} does not name ${issuerId} as its owner`);
  const key: KeyFact = {
    state: 'published',
    methodId: keyId,
    revoked: textOf(document.revoked),
    expires: textOf(document.expires),
  };
  return { key, ...verifyToken(token, readPem(textOf(document.publicKeyPem) ?? '')) };
}

/** A link in a picture or a pasted address: the document found there is the one to look into. */
export function linkProblem(fetched: Exclude<Fetched, { state: 'found' }>): Finding {
  if (fetched.state === 'blocked')
    return { code: 'ssrf-blocked', check: 'well-formed', detail: `address: ${fetched.detail}` };
  const code = fetched.state === 'malformed' ? 'malformed' : 'issuer-unresolvable';
  return { code, check: 'well-formed', detail: fetched.detail, source: fetched.url };
}
