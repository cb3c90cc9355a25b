import { db } from '#server/platform/db.ts';
import type { CandidateScope, OrgScope } from '#server/platform/scope.ts';

const shown = {
  candidateId: true,
  id: true,
  applicationId: true,
  startsAt: true,
  minutes: true,
  zone: true,
  place: true,
  link: true,
  sequence: true,
  cancelledAt: true,
  setAt: true,
  changedAt: true,
  toldSequence: true,
  application: {
    select: {
      stage: true,
      noticeAt: true,
      appliedAt: true,
      organizationId: true,
      job: {
        select: { id: true, title: true, status: true, organization: { select: { name: true, slug: true } } },
      },
    },
  },
} as const;

/** When, where and how long an interview is. */
export interface InterviewColumns {
  startsAt: Date;
  minutes: number;
  zone: string;
  place: string | null;
  link: string | null;
}

/** Interviews of some applications of one candidate, the earliest first, at most 500. */
export function listInterviews(candidateId: string, applicationIds: readonly string[]) {
  return db().interview.findMany({
    where: { candidateId, applicationId: { in: [...applicationIds] } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: shown,
    take: 500,
  });
}
export type StoredInterview = Awaited<ReturnType<typeof listInterviews>>[number];

/** How many interviews were ever set for an application. */
export function countInterviews(candidateId: string, applicationId: string): Promise<number> {
  return db().interview.count({ where: { candidateId, applicationId } });
}

/** Stores an interview; returns its id. */
export async function insertInterview(
  scope: OrgScope,
  application: { candidateId: string; id: string },
  columns: InterviewColumns,
  now: Date,
): Promise<string> {
  const { candidateId, id: applicationId } = application;
  const by = { actorId: scope.accountId, setAt: now, changedAt: now };
  const row = await db().interview.create({
    data: { candidateId, applicationId, ...columns, ...by },
    select: { id: true },
  });
  return row.id;
}

/** Changes an interview unless somebody else was faster or it is cancelled; false then. */
export async function writeInterview(
  application: { candidateId: string; id: string },
  seen: { interviewId: string; sequence: number },
  columns: InterviewColumns | { cancelledAt: Date },
  now: Date,
): Promise<boolean> {
  const { candidateId, id: applicationId } = application;
  const { interviewId: id, sequence } = seen;
  const { count } = await db().interview.updateMany({
    where: { candidateId, id, applicationId, sequence, cancelledAt: null },
    data: { ...columns, changedAt: now, sequence: { increment: 1 } },
  });
  return count === 1;
}

/** One interview of an application, or null. */
export function findInterviewOf(application: { candidateId: string; id: string }, id: string) {
  return db().interview.findFirst({
    where: { candidateId: application.candidateId, id, applicationId: application.id },
    select: shown,
  });
}

/** One of the candidate's interviews, or null. */
export function findOwnInterview(scope: CandidateScope, id: string): Promise<StoredInterview | null> {
  return db().interview.findUnique({
    where: { candidateId_id: { candidateId: scope.candidateId, id } },
    select: shown,
  });
}

/** An interview that one of these organisations set, or null. */
export function findInterviewFor(
  organizationIds: readonly string[],
  id: string,
): Promise<StoredInterview | null> {
  return db().interview.findFirst({
    where: { id, application: { organizationId: { in: [...organizationIds] } } },
    select: shown,
  });
}

/** Notes that the candidate was told of an interview as it is at this sequence. */
export async function writeInterviewTold(scope: CandidateScope, id: string, sequence: number): Promise<void> {
  await db().interview.updateMany({
    where: { candidateId: scope.candidateId, id, toldSequence: { lt: sequence } },
    data: { toldSequence: sequence },
  });
}
