import type { z } from 'zod';
import type { Identity } from '#server/jobs/core/hidden-names.ts';
import { getJob } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import {
  type CoverageFacts,
  coverPeople,
  type FieldEntry,
  identifyPeople,
  maskFacts,
  scanField,
} from '#server/matching/index.ts';
import { findZone } from '#server/organizations/index.ts';
import { env } from '#server/platform/env.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { answerPromise, lateSince } from './core/answer-promise.ts';
import { nextNotice } from './core/notice.ts';
import { openStages, type Stage } from './core/pipeline.ts';
import type { PlanStep } from './core/stage-plan.ts';
import { type BoardOutput, type boardInput, type CardOutput, cardsAtOnce } from './schemas.ts';
import {
  countByJob,
  countStages,
  countWaitingSince,
  listForEmployer,
  type StoredApplication,
} from './store/applications.ts';
import { getPlan } from './store/job-stages.ts';
import { countNotes } from './store/notes.ts';

/** A job as the head of board and candidate page needs it. */
export function headOf(job: JobOutput): BoardOutput['job'] {
  const { id, reference, title, status, validThrough, namesHiddenUntil, requirements } = job;
  return { id, reference, title, status, validThrough, namesHiddenUntil, requirements };
}

function presentCard(
  entry: FieldEntry,
  stored: StoredApplication,
  identity: Identity | undefined,
  facts: CoverageFacts | undefined,
  more: { order: number; notes: number; answerDays: number | null; now: Date },
): CardOutput {
  return {
    candidateId: stored.candidateId,
    applicationId: stored.id,
    name: identity?.name ?? '',
    nameHidden: identity?.hidden ?? true,
    stage: stored.stage as Stage,
    stageSince: stored.stageSince,
    appliedAt: stored.appliedAt,
    version: stored.version,
    late: answerPromise(stored, more.answerDays, more.now, env().TIME_ZONE).late,
    rank: facts ? entry.rank : null,
    order: more.order,
    notes: more.notes,
    coverage: facts ? maskFacts(facts, identity).coverage : null,
    declineReason: stored.declineReason as CardOutput['declineReason'],
    noticeAt: stored.noticeAt,
  };
}

/**
 * The columns of a board, in order: the stages of the plan, a stage that the plan no longer has while people stand in
 * it, and the ends.
 */
export function columnsOf(steps: readonly PlanStep[], has: (stage: Stage) => boolean): Stage[] {
  const planned = steps.map((step) => step.stage);
  const left = openStages.filter((stage) => !planned.includes(stage) && has(stage));
  return [...planned, ...left, 'hired', 'declined'];
}

type Entry = FieldEntry & { order: number };

/** Who is shown in each column: the best covered first. */
function chooseShown(
  entries: readonly FieldEntry[],
  columns: readonly Stage[],
  show: z.output<typeof boardInput>['show'],
) {
  const numbered = entries.map((entry, order): Entry => ({ ...entry, order }));
  return columns.map((stage) => {
    const inside = numbered.filter((entry) => entry.applicant?.stage === stage);
    return { stage, entries: inside.slice(0, show[stage] ?? cardsAtOnce) };
  });
}

/** The board of a job: who is in which stage, in rank order within it. Errors: `job.unknown`. */
export async function getBoard(
  scope: OrgScope,
  { jobId, show, answerDays }: z.output<typeof boardInput> & { answerDays: number | null },
  now: Date,
): Promise<BoardOutput> {
  const job = await getJob(scope, jobId);
  const late =
    answerDays === null ? 0 : countWaitingSince(scope, jobId, lateSince(answerDays, now, env().TIME_ZONE));
  const [{ entries }, totals, lateCount, steps, zone] = await Promise.all([
    scanField(scope, job, now),
    countStages(scope, jobId),
    late,
    getPlan(scope, jobId),
    findZone(scope.organizationId),
  ]);
  const shown = chooseShown(
    entries,
    columnsOf(steps, (stage) => totals.has(stage)),
    show,
  );
  const ids = shown.flatMap((column) => column.entries.map((entry) => entry.candidateId));
  const people = ids.map((candidateId) => ({ candidateId, applied: true }));
  const [stored, covered, notes] = await Promise.all([
    listForEmployer(scope, jobId, ids),
    // What was disclosed for a closed job is no longer looked at.
    job.status === 'closed' ? new Map<string, CoverageFacts>() : coverPeople(scope, job, people, now),
    countNotes(scope, jobId, ids),
  ]);
  const identities = await identifyPeople(
    job,
    stored.map((application) => ({ ...application, name: application.displayName })),
  );
  const byId = new Map(stored.map((application) => [application.candidateId, application]));
  const present = (entry: Entry): CardOutput[] => {
    const application = byId.get(entry.candidateId);
    const more = { order: entry.order, notes: notes.get(entry.candidateId) ?? 0, answerDays, now };
    const [identity, facts] = [identities.get(entry.candidateId), covered.get(entry.candidateId)];
    return application ? [presentCard(entry, application, identity, facts, more)] : [];
  };
  return {
    job: headOf(job),
    steps: [...steps],
    columns: shown.map((column) => ({
      stage: column.stage,
      total: totals.get(column.stage)?.total ?? 0,
      oldestSince: totals.get(column.stage)?.oldestSince ?? null,
      cards: column.entries.flatMap(present),
    })),
    withdrawn: totals.get('withdrawn')?.total ?? 0,
    late: lateCount,
    answerDays,
    noticeAt: nextNotice(now, zone),
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
