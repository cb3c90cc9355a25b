import { findableVisibilities } from '#server/candidates/core/visibility.ts';
import { db } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';

/** Somebody who applied to a job and did not withdraw. The name is the one given with the application. */
export interface Applicant {
  candidateId: string;
  applicationId: string;
  name: string;
  stage: string;
  appliedAt: Date;
  version: number;
  alias: number;
  revealedAt: Date | null;
}

/** Visibility settings that let employers find a candidate, as the rule has them. */
const findable = [...findableVisibilities];

/** Applicants of one of the organisation's jobs in the order of their ids, from after `after` on. */
export async function listApplicants(
  scope: OrgScope,
  jobId: string,
  after: string | null,
  take: number,
): Promise<Applicant[]> {
  const rows = await db().application.findMany({
    where: {
      jobId,
      organizationId: scope.organizationId,
      stage: { not: 'withdrawn' },
      ...(after ? { candidateId: { gt: after } } : {}),
    },
    orderBy: { candidateId: 'asc' },
    select: {
      candidateId: true,
      id: true,
      displayName: true,
      stage: true,
      appliedAt: true,
      version: true,
      alias: true,
      revealedAt: true,
    },
    take,
  });
  return rows.map(({ id, displayName, ...row }) => ({ ...row, applicationId: id, name: displayName }));
}

/**
 * Ids of people who let employers find them, hold evidence of one of the skills, did not block the organisation
 * and never applied to this job, in the order of their ids. Groups on the candidate first and looks at the
 * candidate afterwards, so that the work stays where the candidate is stored.
 */
export async function listFindable(
  scope: OrgScope,
  jobId: string,
  skillKeys: readonly number[],
  after: string | null,
  take: number,
): Promise<string[]> {
  const rows = await db().$queryRaw<{ candidateId: string }[]>`
    select h.candidate_id as "candidateId"
      from (select e.candidate_id
              from skill_evidence e
             where e.skill_key = any(${[...skillKeys]}::int[])
               and (${after}::uuid is null or e.candidate_id > ${after}::uuid)
             group by e.candidate_id) h
      join candidate c on c.id = h.candidate_id
     where c.visibility = any(${findable}::text[])
       and not exists (select 1 from candidate_block b
                        where b.candidate_id = h.candidate_id and b.organization_id = ${scope.organizationId}::uuid)
       and not exists (select 1 from application a
                        where a.candidate_id = h.candidate_id and a.job_id = ${jobId}::uuid)
     order by h.candidate_id
     limit ${take}`;
  return rows.map((row) => row.candidateId);
}

/** A person who lets employers find them and did not block this one; null otherwise. */
export async function findFindable(scope: OrgScope, candidateId: string) {
  return db().candidate.findFirst({
    where: {
      id: candidateId,
      visibility: { in: findable },
      blocks: { none: { organizationId: scope.organizationId } },
    },
    select: { id: true, displayName: true, headline: true, place: true },
  });
}

/**
 * Every name that people go by, of their profile first, then of their account. Only for ids that a function of this
 * file or an application returned.
 */
export async function listKnownNames(candidateIds: readonly string[]): Promise<Map<string, string[]>> {
  if (candidateIds.length === 0) return new Map();
  const where = { id: { in: [...candidateIds] } };
  const take = candidateIds.length;
  const [candidates, accounts] = await Promise.all([
    db().candidate.findMany({ where, select: { id: true, displayName: true }, take }),
    db().user.findMany({ where, select: { id: true, name: true }, take }),
  ]);
  const called = new Map(accounts.map((row) => [row.id, row.name]));
  return new Map(
    candidates.map(({ id, displayName }) => [id, [displayName, called.get(id) ?? ''].filter(Boolean)]),
  );
}

/** True when the person applied to the job and withdrew. */
export async function hasWithdrawn(scope: OrgScope, jobId: string, candidateId: string): Promise<boolean> {
  const where = { candidateId, jobId, organizationId: scope.organizationId, stage: 'withdrawn' };
  return (await db().application.count({ where })) > 0;
}
