import { db, Prisma } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { MarketGroup } from '../core/market.ts';

/** One way to ask for a skill; several of the same `line` are alternatives. */
export interface AskedSkill {
  line: number;
  skillKey: number;
  minLevel: number | null;
  minTier: number;
}

/** Who meets a line, by how many people and issuers, and when the newest proof was issued. */
export interface LineHolders {
  line: number;
  people: number;
  issuers: number;
  newestAt: Date | null;
}

/**
 * Evidence that stands now, of whom this employer may see: of applicants to the job what they disclosed with it, of
 * people who let employers find them everything. Joined to what is asked where it is enough.
 */
function meeting(scope: OrgScope, jobId: string | null, asked: readonly AskedSkill[], now: Date): Prisma.Sql {
  const keys = [...new Set(asked.map((each) => each.skillKey))];
  const stands = Prisma.sql`
    e.skill_key = any(${keys}::int[]) and e.standing = 'stands'
      and (e.valid_from is null or e.valid_from <= ${now}) and (e.valid_until is null or ${now} < e.valid_until)`;
  return Prisma.sql`
    asked as (
      select * from unnest(${asked.map((each) => each.line)}::int[], ${asked.map((each) => each.skillKey)}::int[],
                           ${asked.map((each) => each.minLevel ?? 0)}::int[], ${asked.map((each) => each.minTier)}::int[])
        as a(line, skill_key, min_level, min_tier)),
    seen as (
      select e.candidate_id, e.credential_id, e.skill_key, e.level, e.tier, e.issuer_id
        from application p
        join disclosure_grant g on g.candidate_id = p.candidate_id and g.application_id = p.id
        join skill_evidence e on e.candidate_id = g.candidate_id and e.credential_id = g.credential_id
       where p.job_id = ${jobId}::uuid and p.organization_id = ${scope.organizationId}::uuid
         and p.stage <> 'withdrawn' and ${stands}
      union all
      select e.candidate_id, e.credential_id, e.skill_key, e.level, e.tier, e.issuer_id
        from skill_evidence e
        join candidate c on c.id = e.candidate_id and c.visibility in ('recruiters', 'public')
       where ${stands}
         and not exists (select 1 from candidate_block b where b.candidate_id = e.candidate_id
                            and b.organization_id = ${scope.organizationId}::uuid)
         and not exists (select 1 from application p
                          where p.candidate_id = e.candidate_id and p.job_id = ${jobId}::uuid)),
    meets as (
      select s.candidate_id, s.credential_id, s.issuer_id, a.line
        from seen s
        join asked a on a.skill_key = s.skill_key and s.tier >= a.min_tier
                    and coalesce(s.level, 1) >= a.min_level)`;
}

/** People by the lines they meet; only those who meet one. At most 62 lines. */
export async function countGroups(
  scope: OrgScope,
  jobId: string | null,
  asked: readonly AskedSkill[],
  now: Date,
): Promise<MarketGroup[]> {
  if (asked.length === 0) return [];
  const rows = await db().$queryRaw<{ mask: string; people: number }[]>`
    with ${meeting(scope, jobId, asked, now)},
    whole as (select candidate_id, bit_or(1::bigint << line) as mask from meets group by candidate_id)
    select mask::text as mask, count(*)::int as people from whole group by mask`;
  return rows.map(({ mask, people }) => ({ mask: BigInt(mask), people }));
}

/** People and issuers behind each line; lines that nobody meets are left out. */
export function countHolders(
  scope: OrgScope,
  jobId: string | null,
  asked: readonly AskedSkill[],
  now: Date,
): Promise<LineHolders[]> {
  if (asked.length === 0) return Promise.resolve([]);
  return db().$queryRaw<LineHolders[]>`
    with ${meeting(scope, jobId, asked, now)}
    select m.line, count(distinct m.candidate_id)::int as people, count(distinct m.issuer_id)::int as issuers,
           max(k.issued_at) as "newestAt"
      from meets m
      join credential k on k.candidate_id = m.candidate_id and k.id = m.credential_id
     group by m.line`;
}
