import { findableVisibilities } from '#server/candidates/core/visibility.ts';
import { db } from '#server/platform/db.ts';
import type { CandidateScope, OrgScope } from '#server/platform/scope.ts';

/** A row of evidence with its owner. Nothing else about a person reaches the arithmetic. */
export interface OwnedEvidence {
  candidateId: string;
  credentialId: string;
  skillKey: number;
  level: number | null;
  tier: number;
  issuerId: string | null;
  validFrom: Date | null;
  validUntil: Date | null;
  standing: 'stands' | 'unknown';
  /** When the credential was last found to stand; asked only of what is unknown now. */
  lastGoodAt: Date | null;
}

/**
 * Evidence of applicants of a job: only what follows from credentials granted with that application, and only
 * while the job is not closed. `skillKeys` null reads all skills.
 */
export function listGrantedEvidence(
  scope: OrgScope,
  jobId: string,
  candidateIds: readonly string[],
  skillKeys: readonly number[] | null,
): Promise<OwnedEvidence[]> {
  const keys = skillKeys && [...skillKeys];
  return db().$queryRaw<OwnedEvidence[]>`
    select e.candidate_id as "candidateId", e.credential_id as "credentialId", e.skill_key as "skillKey",
           e.level, e.tier, e.issuer_id as "issuerId", e.valid_from as "validFrom", e.valid_until as "validUntil",
           e.standing, k.last_good_at as "lastGoodAt"
      from application a
      join disclosure_grant g on g.candidate_id = a.candidate_id and g.application_id = a.id
      join skill_evidence e on e.candidate_id = g.candidate_id and e.credential_id = g.credential_id
      left join credential k
        on e.standing = 'unknown' and k.candidate_id = e.candidate_id and k.id = e.credential_id
      join job j on j.id = a.job_id and j.status <> 'closed'
     where a.job_id = ${jobId}::uuid and a.organization_id = ${scope.organizationId}::uuid
       and a.stage <> 'withdrawn' and a.candidate_id = any(${[...candidateIds]}::uuid[])
       and (${keys}::int[] is null or e.skill_key = any(${keys}::int[]))
     order by e.candidate_id, e.credential_id, e.skill_key`;
}

/** Evidence of people who let employers find them and did not block this one; others' rows are not read. */
export function listFindableEvidence(
  scope: OrgScope,
  candidateIds: readonly string[],
  skillKeys: readonly number[] | null,
): Promise<OwnedEvidence[]> {
  const keys = skillKeys && [...skillKeys];
  return db().$queryRaw<OwnedEvidence[]>`
    select e.candidate_id as "candidateId", e.credential_id as "credentialId", e.skill_key as "skillKey",
           e.level, e.tier, e.issuer_id as "issuerId", e.valid_from as "validFrom", e.valid_until as "validUntil",
           e.standing, k.last_good_at as "lastGoodAt"
      from skill_evidence e
      join candidate c on c.id = e.candidate_id
      left join credential k
        on e.standing = 'unknown' and k.candidate_id = e.candidate_id and k.id = e.credential_id
     where e.candidate_id = any(${[...candidateIds]}::uuid[]) and c.visibility = any(${[...findableVisibilities]}::text[])
       and (${keys}::int[] is null or e.skill_key = any(${keys}::int[]))
       and not exists (select 1 from candidate_block b
                        where b.candidate_id = e.candidate_id and b.organization_id = ${scope.organizationId}::uuid)
     order by e.candidate_id, e.credential_id, e.skill_key`;
}

/** The candidate's own evidence, whatever is disclosed to whom. */
export async function listOwnEvidence(
  scope: CandidateScope,
  skillKeys: readonly number[],
): Promise<OwnedEvidence[]> {
  const rows = await db().skillEvidence.findMany({
    where: { candidateId: scope.candidateId, skillKey: { in: [...skillKeys] } },
    select: {
      candidateId: true,
      credentialId: true,
      skillKey: true,
      level: true,
      tier: true,
      issuerId: true,
      validFrom: true,
      validUntil: true,
      standing: true,
      credential: { select: { lastGoodAt: true } },
    },
    orderBy: [{ credentialId: 'asc' }, { skillKey: 'asc' }],
    take: 20_000,
  });
  return rows.map(({ credential, standing, ...row }) =>
    standing === 'stands'
      ? { ...row, standing: 'stands', lastGoodAt: null }
      : { ...row, standing: 'unknown', lastGoodAt: credential.lastGoodAt },
  );
}

/** Keys of the skills that the candidate has evidence of, at most 5 000. */
export async function listOwnSkillKeys(scope: CandidateScope): Promise<number[]> {
  const rows = await db().skillEvidence.groupBy({
    by: ['skillKey'],
    where: { candidateId: scope.candidateId },
    orderBy: { skillKey: 'asc' },
    take: 5_000,
  });
  return rows.map((row) => row.skillKey);
}

/** What an explanation says about the credential behind a point. */
export interface ProofSource {
  candidateId: string;
  credentialId: string;
  title: string;
  kind: 'badge' | 'certificate' | 'portfolio';
  signed: boolean;
  verdict: string;
  checkedAt: Date;
  /** Since when nobody answers about it; null = they answer. */
  unreachableSince: Date | null;
  issuerId: string | null;
  issuerName: string;
  issuerRecognised: boolean;
}

/** Title and issuer of credentials whose evidence was read, by credential id. */
export async function listProofSources(
  pairs: readonly { candidateId: string; credentialId: string }[],
): Promise<Map<string, ProofSource>> {
  if (pairs.length === 0) return new Map();
  const candidateIds = [...new Set(pairs.map((pair) => pair.candidateId))];
  const credentialIds = [...new Set(pairs.map((pair) => pair.credentialId))];
  const rows = await db().$queryRaw<ProofSource[]>`
    select k.candidate_id as "candidateId", k.id as "credentialId", k.title, k.kind, k.verdict,
           coalesce((k.view->>'signed')::boolean, false) as signed, k.checked_at as "checkedAt",
           k.unreachable_since as "unreachableSince",
           k.issuer_id as "issuerId", i.registry_name is not null as "issuerRecognised",
           coalesce(i.registry_name, k.view->'issuer'->>'name', k.issuer_id, '') as "issuerName"
      from credential k
      left join issuer i on i.id = k.issuer_id
     where k.candidate_id = any(${candidateIds}::uuid[]) and k.id = any(${credentialIds}::uuid[])`;
  return new Map(rows.map((row) => [row.credentialId, row]));
}

/** How many credentials came with an application that this employer holds. */
export function countGrants(candidateId: string, applicationId: string): Promise<number> {
  return db().disclosureGrant.count({ where: { candidateId, applicationId } });
}

/** Names of issuers by id, by name; the registry's name where one knows them. */
export async function listIssuerNames(
  ids: readonly string[],
): Promise<{ id: string; name: string; recognised: boolean }[]> {
  const rows = await db().issuer.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, claimedName: true, registryName: true },
    take: 500,
  });
  const named = rows.map((row) => ({
    id: row.id,
    name: row.registryName ?? row.claimedName,
    recognised: row.registryName !== null,
  }));
  return named.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}

/** Credentials of a findable person that back evidence; for the page of somebody who did not apply. */
export async function listBackingCredentials(scope: OrgScope, candidateId: string): Promise<string[]> {
  const rows = await listFindableEvidence(scope, [candidateId], null);
  return [...new Set(rows.map((row) => row.credentialId))];
}

/** True when a credential of the candidate backs evidence today. */
export async function backsEvidence(candidateId: string, credentialId: string): Promise<boolean> {
  return (await db().skillEvidence.count({ where: { candidateId, credentialId } })) > 0;
}
