import { getJob } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { type CoverageFacts, coverPeople, type FieldEntry, scanField } from '#server/matching/index.ts';
import { env } from '#server/platform/env.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { answerPromise } from './core/answer-promise.ts';
import { nextNotice } from './core/notice.ts';
import type { Stage } from './core/pipeline.ts';
import type { BoardOutput, CardOutput } from './schemas.ts';
import {
  countByJob,
  countStages,
  countWaitingSince,
  listForEmployer,
  type StoredApplication,
} from './store/applications.ts';

const columnStages = ['applied', 'screen', 'task', 'interview', 'offer', 'hired', 'declined'] as const;
const cardsPerColumn = 100;
const dayMs = 86_400_000;

/** A job as the head of board and candidate page needs it. */
export function headOf(job: JobOutput): BoardOutput['job'] {
  const { id, reference, title, status, validThrough, requirements } = job;
  return { id, reference, title, status, validThrough, requirements };
}

function presentCard(
  entry: FieldEntry,
  stored: StoredApplication,
  facts: CoverageFacts | undefined,
  answerDays: number | null,
  now: Date,
): CardOutput {
  return {
    candidateId: stored.candidateId,
    applicationId: stored.id,
    name: stored.displayName,
    stage: stored.stage as Stage,
    stageSince: stored.stageSince,
    appliedAt: stored.appliedAt,
    version: stored.version,
    late: answerPromise(stored, answerDays, now).late,
    rank: facts ? entry.rank : null,
    coverage: facts?.coverage ?? null,
    declineReason: stored.declineReason as CardOutput['declineReason'],
    noticeAt: stored.noticeAt,
  };
}

/** The board of a job: who is in which stage, in rank order within it. Errors: `job.unknown`. */
export async function getBoard(
  scope: OrgScope,
  { jobId, answerDays }: { jobId: string; answerDays: number | null },
  now: Date,
): Promise<BoardOutput> {
  const job = await getJob(scope, jobId);
  const late =
    answerDays === null ? 0 : countWaitingSince(scope, jobId, new Date(now.getTime() - answerDays * dayMs));
  const [{ entries }, totals, lateCount] = await Promise.all([
    scanField(scope, job, now),
    countStages(scope, jobId),
    late,
  ]);
  const shown = columnStages.map((stage) => ({
    stage,
    entries: entries.filter((entry) => entry.applicant?.stage === stage).slice(0, cardsPerColumn),
  }));
  const ids = shown.flatMap((column) => column.entries.map((entry) => entry.candidateId));
  const people = ids.map((candidateId) => ({ candidateId, applied: true }));
  const [stored, covered] = await Promise.all([
    listForEmployer(scope, jobId, ids),
    // What was disclosed for a closed job is no longer looked at.
    job.status === 'closed' ? new Map<string, CoverageFacts>() : coverPeople(scope, job, people, now),
  ]);
  const byId = new Map(stored.map((application) => [application.candidateId, application]));
  const columns = shown.map((column) => ({
    stage: column.stage,
    total: totals.get(column.stage) ?? 0,
    cards: column.entries.flatMap((entry) => {
      const application = byId.get(entry.candidateId);
      const facts = covered.get(entry.candidateId);
      return application ? [presentCard(entry, application, facts, answerDays, now)] : [];
    }),
  }));
  const withdrawn = totals.get('withdrawn') ?? 0;
  return {
    job: headOf(job),
    columns,
    withdrawn,
    late: lateCount,
    answerDays,
    noticeAt: nextNotice(now, env().TIME_ZONE),
  };
}

/** How many people applied to jobs of the organisation, are open, and have no answer yet. */
export async function countApplications(scope: OrgScope, jobIds: readonly string[]) {
  const rows = await countByJob(scope, jobIds);
  const sum = (jobId: string, has: (stage: string) => boolean) =>
    rows.filter((row) => row.jobId === jobId && has(row.stage)).reduce((all, row) => all + row.count, 0);
  return jobIds.map((jobId) => ({
    jobId,
    applied: sum(jobId, (stage) => stage !== 'withdrawn'),
    open: sum(jobId, (stage) => !['hired', 'declined', 'withdrawn'].includes(stage)),
    unanswered: sum(jobId, (stage) => stage === 'applied'),
  }));
}
