import { db } from '#server/platform/db.ts';
import type { CandidateScope, OrgScope } from '#server/platform/scope.ts';
import type { ContestOutcome } from '../core/contest-shapes.ts';
import type { Stage } from '../core/pipeline.ts';

/** Opens a contest of a decline unless there is one; true when it was opened now. */
export async function insertContest(
  scope: CandidateScope,
  contest: { applicationId: string; changeId: string; text: string | null; openedAt: Date },
): Promise<boolean> {
  const { count } = await db().contest.createMany({
    data: { candidateId: scope.candidateId, ...contest },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Contests of the candidate's applications, by the change of stage that they contest; at most 200. */
export async function listOwnContests(scope: CandidateScope, applicationIds: readonly string[]) {
  const rows = await db().contest.findMany({
    where: { candidateId: scope.candidateId, applicationId: { in: [...applicationIds] } },
    orderBy: { openedAt: 'desc' },
    select: {
      changeId: true,
      openedAt: true,
      text: true,
      closedAt: true,
      outcome: true,
      answer: true,
    },
    take: 200,
  });
  return new Map(rows.map(({ changeId, ...contest }) => [changeId, contest]));
}

const shown = {
  id: true,
  candidateId: true,
  applicationId: true,
  openedAt: true,
  text: true,
  closedAt: true,
  change: { select: { id: true, at: true, fromStage: true, reason: true, receipt: true } },
  application: { select: { stage: true, version: true, displayName: true, alias: true, revealedAt: true } },
} as const;

/** Open contests of a job of the organisation, the longest waiting first, at most 50. */
export function listOpenContests(scope: OrgScope, jobId: string) {
  const application = { jobId, organizationId: scope.organizationId, stage: 'declined' };
  return db().contest.findMany({
    where: { closedAt: null, application },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: shown,
    take: 50,
  });
}
export type StoredContest = Awaited<ReturnType<typeof listOpenContests>>[number];

/** One contest of a job of the organisation, open or not; null also when the candidate withdrew. */
export function findContest(
  scope: OrgScope,
  { jobId, candidateId, contestId }: { jobId: string; candidateId: string; contestId: string },
): Promise<StoredContest | null> {
  const application = { jobId, organizationId: scope.organizationId, stage: { not: 'withdrawn' } };
  return db().contest.findFirst({ where: { candidateId, id: contestId, application }, select: shown });
}

/** Closes a contest; false when somebody else did. */
export async function writeAnswer(
  { candidateId, id }: { candidateId: string; id: string },
  answer: { outcome: ContestOutcome; answer: string; closedById: string; closedAt: Date },
): Promise<boolean> {
  const { count } = await db().contest.updateMany({
    where: { candidateId, id, closedAt: null },
    data: answer,
  });
  return count === 1;
}

/** Takes a declined application up again where it stood; false when it changed meanwhile. */
export async function reopenDeclined(
  scope: OrgScope,
  contest: StoredContest,
  stage: Stage,
  now: Date,
): Promise<boolean> {
  const { candidateId, applicationId: id } = contest;
  const { version } = contest.application;
  const { count } = await db().application.updateMany({
    where: { candidateId, id, version, organizationId: scope.organizationId, stage: 'declined' },
    data: {
      ...{ stage, stageSince: now, noticeAt: null, noticeSentAt: null, declineReason: null },
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Drops what a candidate wrote about an application that they withdraw. */
export async function deleteContests(scope: CandidateScope, applicationId: string): Promise<void> {
  await db().contest.deleteMany({ where: { candidateId: scope.candidateId, applicationId } });
}

/** A contest with what its candidate is to be told of; null when it is gone or open. */
export function findAnswer(scope: CandidateScope, id: string) {
  return db().contest.findFirst({
    where: { candidateId: scope.candidateId, id, closedAt: { not: null } },
    select: {
      outcome: true,
      answer: true,
      application: {
        select: { job: { select: { title: true, organization: { select: { name: true } } } } },
      },
    },
  });
}
