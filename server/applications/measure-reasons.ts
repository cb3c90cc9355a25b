import { getJob } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { coverPeople, scanField } from '#server/matching/index.ts';
import type { CoverageOutput } from '#server/matching/schemas.ts';
import { findZone } from '#server/organizations/index.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { type DeclineFacts, declineReasons, isTrueReason } from './core/decline-reasons.ts';
import { nextNotice } from './core/notice.ts';
import { getAll } from './get-for-employer.ts';
import type { DeclineOptionsOutput } from './schemas.ts';
import { countStages } from './store/applications.ts';

/** What is true of somebody today. */
export interface Standing {
  facts: DeclineFacts;
  coverage: CoverageOutput | null;
}

/** What is true of some people today: the ground on which reasons are offered and refused. */
export async function measureReasons(
  scope: OrgScope,
  job: JobOutput,
  candidateIds: readonly string[],
  now: Date,
): Promise<Map<string, Standing>> {
  const stages = await countStages(scope, job.id);
  const someoneChosen = (stages.get('offer')?.total ?? 0) + (stages.get('hired')?.total ?? 0) > 0;
  const jobClosed = job.status === 'closed';
  const nothing: Standing = {
    facts: { mustsMet: null, above: null, jobClosed, someoneChosen },
    coverage: null,
  };
  if (jobClosed) return new Map(candidateIds.map((id) => [id, nothing]));
  const people = candidateIds.map((candidateId) => ({ candidateId, applied: true }));
  const [{ entries }, covered] = await Promise.all([
    scanField(scope, job, now),
    coverPeople(scope, job, people, now),
  ]);
  const ranks = new Map(entries.map((entry) => [entry.candidateId, entry.rank]));
  // Only people of this job count as "others": who was merely found has not asked for it.
  const rivals = entries.filter((entry) => entry.applicant && entry.applicant.stage !== 'declined');
  return new Map(
    candidateIds.map((id): [string, Standing] => {
      const coverage = covered.get(id)?.coverage ?? null;
      if (coverage?.kind !== 'score') return [id, nothing];
      const rank = ranks.get(id) ?? null;
      const above = rivals.filter((each) => rank !== null && (each.rank ?? rank) < rank).length;
      const mustsMet = coverage.musts.asked === 0 ? true : coverage.mustsMet;
      return [id, { facts: { mustsMet, above, jobClosed, someoneChosen }, coverage }];
    }),
  );
}

/**
 * Which reasons are the case for some people, for the dialog that declines: a reason is offered when it is true of
 * all of them. Numbers of coverage are told of a single person only. Errors: `job.unknown`, `application.unknown`,
 * `application.withdrawn`.
 */
export async function getDeclineOptions(
  scope: OrgScope,
  { jobId, candidateIds }: { jobId: string; candidateIds: readonly string[] },
  now: Date,
): Promise<DeclineOptionsOutput> {
  const job = await getJob(scope, jobId);
  await getAll(scope, jobId, candidateIds);
  const standings = [...(await measureReasons(scope, job, candidateIds, now)).values()];
  const [first, another] = standings;
  const only = another ? undefined : first;
  const score = only?.coverage?.kind === 'score' ? only.coverage : null;
  return {
    people: standings.length,
    reasons: declineReasons.map((reason) => {
      const trueOf = standings.filter(({ facts }) => isTrueReason(reason, facts)).length;
      return { reason, isTrue: trueOf === standings.length, trueOf };
    }),
    musts: score?.musts ?? null,
    above: only?.facts.above ?? null,
    totalTenths: score?.totalTenths ?? null,
    noticeAt: nextNotice(now, await findZone(scope.organizationId)),
  };
}
