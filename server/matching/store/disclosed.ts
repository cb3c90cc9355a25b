import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { OwnedEvidence } from './evidence.ts';

/** Evidence as one application discloses it. */
export interface DisclosedEvidence extends OwnedEvidence {
  applicationId: string;
  jobId: string;
}

/** The evidence that some of the candidate's applications disclose: what their employers count with. */
export function listDisclosedEvidence(
  scope: CandidateScope,
  applicationIds: readonly string[],
): Promise<DisclosedEvidence[]> {
  return db().$queryRaw<DisclosedEvidence[]>`
    select g.application_id as "applicationId", a.job_id as "jobId", e.candidate_id as "candidateId", e.credential_id as "credentialId",
           e.skill_key as "skillKey", e.level, e.tier, e.issuer_id as "issuerId", e.valid_from as "validFrom",
           e.valid_until as "validUntil", e.standing, k.last_good_at as "lastGoodAt"
      from disclosure_grant g
      join application a on a.candidate_id = g.candidate_id and a.id = g.application_id
      join skill_evidence e on e.candidate_id = g.candidate_id and e.credential_id = g.credential_id
      left join credential k
        on e.standing = 'unknown' and k.candidate_id = e.candidate_id and k.id = e.credential_id
     where g.candidate_id = ${scope.candidateId}::uuid and g.application_id = any(${[...applicationIds]}::uuid[])
     order by g.application_id, e.credential_id, e.skill_key`;
}
