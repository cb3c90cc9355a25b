import type { Endorsed, Parties } from '../core/endorsements.ts';
import { judgeEndorsement, mostEndorsements, unreadEndorsement } from '../core/endorsements.ts';
import type { Fetched, Ob2Facts } from '../core/facts.ts';
import { asArray, idOf, type Json, type JsonObject, textOf, wordsOf } from '../core/json.ts';
import { judgeOb2Endorsement } from '../core/judge-ob2-endorsement.ts';
import type { EndorsementView } from '../core/report.ts';
import { type GatherContext, timed } from './context.ts';
import { fetchCanonical, fetchRevocationList } from './ob2.ts';
import { verifySigned } from './ob2-key.ts';
import { readToken } from './token.ts';

/** An endorsement as handed over: a link, an embedded document (its id is the link), or a signed token. */
type Item = { endorsed: Endorsed; item: Json };

/**
 * Endorsements of an assertion, its badge class and its issuer (OB 2.0 "Endorsement"): each is fetched from its own
 * address, or read from its signature, and verified alone. Asked last, so that the badge itself never goes short.
 */
export async function gatherOb2Endorsements(
  facts: Ob2Facts,
  context: GatherContext,
): Promise<EndorsementView[]> {
  const { assertion, badgeClass, badgeClassUrl, issuer } = facts;
  const objects: [EndorsementView['about'], JsonObject | null, string | null][] = [
    ['credential', assertion?.state === 'found' ? assertion.json : null, null],
    ['achievement', badgeClass, badgeClassUrl],
    ['issuer', issuer?.state === 'found' ? issuer.json : null, issuer?.url ?? null],
  ];
  const items = objects.flatMap(([about, object, url]): Item[] =>
    object === null
      ? []
      : asArray(object.endorsement).map((item) => ({
          endorsed: { about, ids: [textOf(object.id), url] },
          item,
        })),
  );
  const parties = { issuerId: issuer?.state === 'found' ? issuer.url : null, subjectId: null };
  const views: EndorsementView[] = [];
  for (const item of items.slice(0, mostEndorsements))
    views.push(await timed(context, 'endorsements', () => verifyEndorsement(item, parties, context)));
  const rest = items.slice(mostEndorsements);
  return [...views, ...rest.map(({ endorsed }) => unreadEndorsement(endorsed.about, 'not-looked-at'))];
}

async function verifyEndorsement(
  { endorsed, item }: Item,
  parties: Parties,
  context: GatherContext,
): Promise<EndorsementView> {
  const token = typeof item === 'string' && !item.includes('/') ? readToken(item) : null;
  if (token !== null && !token.ok) return unreadEndorsement(endorsed.about, token.code);
  const address = idOf(item);
  const found: Fetched | null =
    token !== null
      ? { state: 'found', url: '', status: 200, fetchedAt: context.now.toISOString(), json: token.token.body }
      : address === null || !/^https?:\/\//.test(address)
        ? null
        : await fetchCanonical(address, context);
  if (found === null) return unreadEndorsement(endorsed.about, 'missing-proof');
  const json = found.state === 'found' ? found.json : {};
  const issuerId = idOf(json.issuer);
  const profile = issuerId === null ? null : await fetchCanonical(issuerId, context);
  const issuer = profile?.state === 'found' ? profile : null;
  const signature =
    token !== null && issuer !== null ? await verifySigned(token.token, json, issuer.json, context) : null;
  const { deciding } = judgeOb2Endorsement({
    document: found,
    issuer: profile,
    signature,
    isSigned: token !== null,
    revocationList: issuer === null ? null : await fetchRevocationList(issuer.json, context),
    now: context.now,
  });
  const name = issuer === null ? null : wordsOf(issuer.json.name);
  const judged = { document: json, issuer: { id: issuer?.url ?? issuerId, name }, deciding };
  return found.state === 'found'
    ? judgeEndorsement(endorsed, judged, parties)
    : unreadEndorsement(endorsed.about, deciding?.code ?? 'issuer-unresolvable', address);
}
