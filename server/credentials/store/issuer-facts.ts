import { db, Prisma } from '#server/platform/db.ts';

/*
 * What was seen of an issuer's credentials, as counts over everybody. Only credentials that name their holder and in
 * which nothing speaks against the issuer count: what somebody forged in its name says nothing about it.
 */

/** Findings that leave it open neither who issued it nor what it says. */
const genuine = [
  'revoked',
  'suspended',
  'expired',
  'not-yet-valid',
  'status-unavailable',
  'status-list-invalid',
];

const ofIssuer = (issuerId: string) => Prisma.sql`
  k.issuer_id = ${issuerId} and k.bound = 'yes'
  and (k.deciding_code is null or k.deciding_code = any(${genuine}::text[]))`;

/** Numbers over all of an issuer's credentials; the shares are numbers of credentials. */
export interface IssuerTotals {
  credentials: number;
  people: number;
  revoked: number;
  expired: number;
  withEvidence: number;
  withEnd: number;
  endorsed: number;
  asOf: Date | null;
}

/** Counts an issuer's credentials and the people who hold them. */
export async function countCredentials(issuerId: string): Promise<IssuerTotals> {
  const rows = await db().$queryRaw<IssuerTotals[]>`
    select count(*)::int as credentials, count(distinct k.candidate_id)::int as people,
           count(*) filter (where k.deciding_code = 'revoked')::int as revoked,
           count(*) filter (where k.deciding_code = 'expired')::int as expired,
           count(*) filter (where jsonb_array_length(k.view->'evidence') > 0)::int as "withEvidence",
           count(*) filter (where k.valid_until is not null)::int as "withEnd",
           count(*) filter (where exists (
             select 1 from verification_run r
               join check_result c on c.candidate_id = r.candidate_id and c.run_id = r.id
              where r.candidate_id = k.candidate_id and r.credential_id = k.id
                and c.name = 'endorsements' and c.result = 'pass'
           ))::int as endorsed,
           max(k.checked_at) as "asOf"
      from credential k
     where ${ofIssuer(issuerId)}`;
  const [totals] = rows;
  if (!totals) throw new Error('a count without group has a row');
  return totals;
}

/** One line of a distribution. */
export interface Share {
  name: string;
  credentials: number;
  people: number;
}

/** How an issuer's credentials that stand spread over evidence tiers; the others have none. */
export function countTiers(issuerId: string): Promise<Share[]> {
  return db().$queryRaw<Share[]>`
    select k.tier::text as name, count(*)::int as credentials, count(distinct k.candidate_id)::int as people
      from credential k where ${ofIssuer(issuerId)} and k.tier_rule <> 'not-standing'
     group by 1 order by 1 desc`;
}

/** How they spread over the kinds of achievement that the issuer states; '' = not stated. */
export function countKinds(issuerId: string): Promise<Share[]> {
  return db().$queryRaw<Share[]>`
    select coalesce(k.view->>'achievementType', '') as name, count(*)::int as credentials,
           count(distinct k.candidate_id)::int as people
      from credential k where ${ofIssuer(issuerId)} group by 1 order by 2 desc, 1 limit 20`;
}

/** Titles held by at least `people`, the most held first, with the strongest evidence among them. */
export function countTitles(issuerId: string, people: number): Promise<(Share & { tier: number })[]> {
  return db().$queryRaw<(Share & { tier: number })[]>`
    select k.title as name, count(*)::int as credentials, count(distinct k.candidate_id)::int as people,
           max(k.tier)::int as tier
      from credential k where ${ofIssuer(issuerId)}
     group by 1 having count(distinct k.candidate_id) >= ${people} order by 3 desc, 1 limit 20`;
}

/** A status list that the issuer's credentials name, and how it answered. */
export interface UsedList {
  url: string;
  state: string;
  lastGoodAt: Date | null;
  unreachableSince: Date | null;
}

/** The status lists that an issuer's credentials name. */
export function listUsedLists(issuerId: string): Promise<UsedList[]> {
  return db().$queryRaw<UsedList[]>`
    select l.url, l.state, l.last_good_at as "lastGoodAt", l.unreachable_since as "unreachableSince"
      from status_list l
     where l.url in (
       select distinct s.list_url from credential_status s
         join credential k on k.candidate_id = s.candidate_id and k.id = s.credential_id
        where ${ofIssuer(issuerId)}
     )
     order by l.url limit 20`;
}
