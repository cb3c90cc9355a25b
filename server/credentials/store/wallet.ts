import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** Which part of a wallet is asked for, and in which order. */
export interface WalletSlice {
  counting: boolean;
  kind: string | null;
  sort: 'attention' | 'newest' | 'issuer';
  /** The last credential of the page before. */
  after: string | null;
}

/**
 * Ids of one page of a wallet in their order. Attention first: what ends before `soon`, then unknown ones, then those
 * of somebody else, then those with skills that wait for a word. Reads the candidate's own rows alone.
 */
export async function listPageIds(
  scope: CandidateScope,
  { counting, kind, sort, after }: WalletSlice,
  { now, soon }: { now: Date; soon: Date },
  take: number,
): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    with ranked as (
      select c.id, row_number() over (order by
               case when ${sort}::text <> 'attention' then 0
                    when c.verdict = 'valid' and c.bound = 'yes' and c.valid_until between ${now} and ${soon} then 0
                    when c.verdict = 'unknown' then 1
                    when c.verdict = 'valid' and c.bound <> 'yes' then 2
                    when exists (select 1 from skill_proposal p
                                  where p.candidate_id = c.candidate_id and p.credential_id = c.id
                                    and p.state = 'proposed') then 3
                    else 4 end,
               case when ${sort}::text = 'issuer'
                    then lower(coalesce(i.registry_name, c.view->'issuer'->>'name', c.issuer_id, '')) end,
               c.id desc) as place
        from credential c
        left join issuer i on i.id = c.issuer_id
       where c.candidate_id = ${scope.candidateId}::uuid
         and (c.verdict = 'valid' and c.bound = 'yes') = ${counting}::boolean
         and (${kind}::text is null or c.kind = ${kind}::text)
    )
    select id from ranked
     where ${after}::uuid is null or place > (select place from ranked where id = ${after}::uuid)
     order by place
     limit ${take}`;
  return rows.map((row) => row.id);
}

/** How many credentials of each kind count today, and how many do not. */
export function countWallet(
  scope: CandidateScope,
): Promise<{ kind: string; counting: number; others: number; shared: number }[]> {
  return db().$queryRaw`
    select kind, count(*) filter (where verdict = 'valid' and bound = 'yes')::int as counting,
           count(*) filter (where not (verdict = 'valid' and bound = 'yes'))::int as others,
           count(*) filter (where public_link)::int as shared
      from credential where candidate_id = ${scope.candidateId}::uuid
     group by kind order by kind`;
}

/** Ids of what counts today and ends before `soon`, the nearest first. */
export async function listEndingIds(
  scope: CandidateScope,
  { now, soon }: { now: Date; soon: Date },
  take: number,
): Promise<string[]> {
  const rows = await db().credential.findMany({
    where: {
      candidateId: scope.candidateId,
      verdict: 'valid',
      bound: 'yes',
      validUntil: { gte: now, lte: soon },
    },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
    select: { id: true },
    take,
  });
  return rows.map((row) => row.id);
}

/** A proven skill with the credential that proves it best: highest level, then strongest evidence. */
export interface BestProofRow {
  skillKey: number;
  label: string;
  level: number | null;
  credentialId: string;
}

/** Every skill proven today with its best proof, highest level first. */
export function listBestProofs(scope: CandidateScope, take: number): Promise<BestProofRow[]> {
  return db().$queryRaw<BestProofRow[]>`
    select * from (
      select distinct on (e.skill_key) e.skill_key as "skillKey", s.label, e.level, e.credential_id as "credentialId"
        from skill_evidence e
        join credential c on c.candidate_id = e.candidate_id and c.id = e.credential_id
        join skill s on s.key = e.skill_key
       where e.candidate_id = ${scope.candidateId}::uuid and e.standing = 'stands'
         and c.verdict = 'valid' and c.bound = 'yes'
       order by e.skill_key, e.level desc nulls last, e.tier desc, e.credential_id) best
     order by level desc nulls last, label
     limit ${take}`;
}
