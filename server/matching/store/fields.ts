/** The people that a candidate would stand among, for several jobs at once. Only arithmetic leaves from here. */
import { findableVisibilities } from '#server/candidates/core/visibility.ts';
import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { OwnedEvidence } from './evidence.ts';

/** Evidence as one job sees it. */
export interface FieldEvidence extends OwnedEvidence {
  jobId: string;
}

/** Somebody in the field of a job. */
export interface FieldPerson {
  jobId: string;
  candidateId: string;
}

/** Other people who applied to these jobs and did not withdraw: those of up to `take` people after `after`. */
export function listOtherApplicants(
  scope: CandidateScope,
  jobIds: readonly string[],
  after: string | null,
  take: number,
): Promise<FieldPerson[]> {
  return db().$queryRaw<FieldPerson[]>`
    select a.job_id as "jobId", a.candidate_id as "candidateId"
      from application a
      join (select distinct b.candidate_id
              from application b
             where b.job_id = any(${[...jobIds]}::uuid[]) and b.stage <> 'withdrawn'
               and b.candidate_id <> ${scope.candidateId}::uuid
               and (${after}::uuid is null or b.candidate_id > ${after}::uuid)
             order by b.candidate_id
             limit ${take}) p on p.candidate_id = a.candidate_id
     where a.job_id = any(${[...jobIds]}::uuid[]) and a.stage <> 'withdrawn'
     order by a.candidate_id, a.job_id`;
}

/** What these people disclosed to the employers of these jobs, as far as it is about one of the skills. */
export function listTheirDisclosed(
  jobIds: readonly string[],
  candidateIds: readonly string[],
  skillKeys: readonly number[],
): Promise<FieldEvidence[]> {
  return db().$queryRaw<FieldEvidence[]>`
    select a.job_id as "jobId", e.candidate_id as "candidateId", e.credential_id as "credentialId",
           e.skill_key as "skillKey", e.level, e.tier, e.issuer_id as "issuerId", e.valid_from as "validFrom",
           e.valid_until as "validUntil", e.standing, k.last_good_at as "lastGoodAt"
      from application a
      join disclosure_grant g on g.candidate_id = a.candidate_id and g.application_id = a.id
      join skill_evidence e on e.candidate_id = g.candidate_id and e.credential_id = g.credential_id
      left join credential k
        on e.standing = 'unknown' and k.candidate_id = e.candidate_id and k.id = e.credential_id
      join job j on j.id = a.job_id and j.status = 'published'
     where a.job_id = any(${[...jobIds]}::uuid[]) and a.stage <> 'withdrawn'
       and a.candidate_id = any(${[...candidateIds]}::uuid[]) and e.skill_key = any(${[...skillKeys]}::int[])`;
}

/** Ids of up to `take` other people after `after` who let employers find them and hold evidence of one of the skills. */
export async function listOthersFindable(
  scope: CandidateScope,
  skillKeys: readonly number[],
  after: string | null,
  take: number,
): Promise<string[]> {
  const rows = await db().$queryRaw<{ candidateId: string }[]>`
    select h.candidate_id as "candidateId"
      from (select e.candidate_id
              from skill_evidence e
             where e.skill_key = any(${[...skillKeys]}::int[]) and e.candidate_id <> ${scope.candidateId}::uuid
               and (${after}::uuid is null or e.candidate_id > ${after}::uuid)
             group by e.candidate_id) h
      join candidate c on c.id = h.candidate_id
     where c.visibility = any(${[...findableVisibilities]}::text[])
     order by h.candidate_id
     limit ${take}`;
  return rows.map((row) => row.candidateId);
}

/** All evidence of people whom `listOthersFindable` returned, about these skills. */
export function listTheirEvidence(
  candidateIds: readonly string[],
  skillKeys: readonly number[],
): Promise<OwnedEvidence[]> {
  return db().$queryRaw<OwnedEvidence[]>`
    select e.candidate_id as "candidateId", e.credential_id as "credentialId", e.skill_key as "skillKey",
           e.level, e.tier, e.issuer_id as "issuerId", e.valid_from as "validFrom", e.valid_until as "validUntil",
           e.standing, k.last_good_at as "lastGoodAt"
      from skill_evidence e
      left join credential k
        on e.standing = 'unknown' and k.candidate_id = e.candidate_id and k.id = e.credential_id
     where e.candidate_id = any(${[...candidateIds]}::uuid[]) and e.skill_key = any(${[...skillKeys]}::int[])`;
}

/** Who of these people is not found for which of these jobs: they applied once, or they block its employer. */
export function listNotFound(
  jobIds: readonly string[],
  candidateIds: readonly string[],
): Promise<FieldPerson[]> {
  return db().$queryRaw<FieldPerson[]>`
    select j.id as "jobId", b.candidate_id as "candidateId"
      from candidate_block b
      join job j on j.organization_id = b.organization_id
     where j.id = any(${[...jobIds]}::uuid[]) and b.candidate_id = any(${[...candidateIds]}::uuid[])
    union
    select a.job_id, a.candidate_id
      from application a
     where a.job_id = any(${[...jobIds]}::uuid[]) and a.candidate_id = any(${[...candidateIds]}::uuid[])`;
}
