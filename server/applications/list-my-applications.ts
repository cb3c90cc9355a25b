import { getPublicJobs } from '#server/jobs/index.ts';
import { env } from '#server/platform/env.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { answerPromise } from './core/answer-promise.ts';
import type { MyContestOutput } from './core/contest-shapes.ts';
import { findWouldHave, receiptNumber } from './core/counterfactual.ts';
import { type Stage, stageForCandidate } from './core/pipeline.ts';
import { type PlanStep, stageTemplates } from './core/stage-plan.ts';
import { presentInterview } from './list-interviews.ts';
import { hireReceiptShape, type MyApplicationOutput, receiptShape } from './schemas.ts';
import { listJobEnds } from './store/activity.ts';
import { listOwn } from './store/applications.ts';
import { listOwnContests } from './store/contests.ts';
import { listInterviews, type StoredInterview } from './store/interviews.ts';
import { listPlansOf } from './store/job-stages.ts';
import { listStageChanges, type StoredStageChange } from './store/stage-changes.ts';

type Stored = Awaited<ReturnType<typeof listOwn>>[number];
type Contests = Awaited<ReturnType<typeof listOwnContests>>;

/** What is known beside the application itself. */
interface Surroundings {
  job: MyApplicationOutput['job'];
  steps: readonly PlanStep[];
  changes: readonly StoredStageChange[];
  interviews: readonly StoredInterview[];
  contests: Contests;
  jobEnd: MyApplicationOutput['jobEnd'];
}

/** True when a decline was told; `next` is the change after it. Whether one was that a withdrawal overtook, nobody knows. */
function isTold(application: Stored, next: StoredStageChange | undefined, now: Date): boolean {
  if (next) return next.toStage !== 'withdrawn';
  return application.noticeAt !== null && application.noticeAt <= now;
}

/** What happened, as far as the candidate is told: a decline that has not been is not there. */
function shownChanges(
  application: Stored,
  all: readonly StoredStageChange[],
  now: Date,
): StoredStageChange[] {
  const changes = all.filter((change) => change.undoneAt === null);
  return changes.filter(
    (change, at) => change.toStage !== 'declined' || isTold(application, changes[at + 1], now),
  );
}

/** The receipt of a decline, its number, and what would have changed it. */
function presentDecline(decline: StoredStageChange | undefined) {
  const receipt = receiptShape.safeParse(decline?.receipt);
  if (!decline || !receipt.success) return { receipt: null, receiptNumber: null, wouldHave: null };
  return {
    receipt: receipt.data,
    receiptNumber: receiptNumber(decline.id, decline.at),
    wouldHave: findWouldHave(receipt.data),
  };
}

/** The receipt of a hire that was not taken back, and its number. */
function presentHire(hire: StoredStageChange | undefined) {
  const receipt = hireReceiptShape.safeParse(hire?.receipt);
  if (!hire || !receipt.success) return { hireReceipt: null };
  return { hireReceipt: receipt.data, receiptNumber: receiptNumber(hire.id, hire.at) };
}

function contestOf(decline: StoredStageChange | undefined, contests: Contests): MyContestOutput | null {
  const contest = decline && contests.get(decline.id);
  return contest ? { ...contest, outcome: contest.outcome as MyContestOutput['outcome'] } : null;
}

function present(application: Stored, around: Surroundings, now: Date): MyApplicationOutput {
  const { job, steps, changes: all, interviews, contests, jobEnd } = around;
  const hidden = all.findLast((change) => change.toStage === 'declined' && change.undoneAt === null);
  const before = (hidden?.fromStage ?? null) as Stage | null;
  const stage = stageForCandidate(application.stage as Stage, application.noticeAt, now, before);
  const changes = shownChanges(application, all, now);
  const decline = changes.findLast((change) => change.toStage === 'declined');
  const { id, appliedAt, withdrawnAt, displayName } = application;
  return {
    ...{
      id,
      job,
      stage,
      appliedAt,
      withdrawnAt,
      displayName,
      jobEnd,
      steps: steps.map((step) => step.stage),
    },
    stageSince: changes.at(-1)?.at ?? appliedAt,
    ...answerPromise({ stage, appliedAt }, job.employer.answerDays, now, env().TIME_ZONE),
    timeline: changes.map((change) => ({ stage: change.toStage as Stage, at: change.at })),
    shared: application.grants.map((grant) => grant.credential),
    interviews: interviews.map((each) => presentInterview(each, now)),
    ...presentDecline(stage === 'declined' ? decline : undefined),
    ...presentHire(stage === 'hired' ? changes.findLast((change) => change.toStage === 'hired') : undefined),
    contest: contestOf(decline, contests),
  };
}

/** The candidate's applications, latest first, as far as the candidate is told today. */
export async function listMyApplications(scope: CandidateScope, now: Date): Promise<MyApplicationOutput[]> {
  const stored = await listOwn(scope);
  const ids = stored.map((application) => application.id);
  const jobIds = stored.map((application) => application.jobId);
  const [jobs, plans, ends, changes, interviews, contests] = await Promise.all([
    getPublicJobs(jobIds, now),
    listPlansOf(jobIds),
    listJobEnds(jobIds),
    listStageChanges(stored),
    listInterviews(scope.candidateId, ids),
    listOwnContests(scope, ids),
  ]);
  return stored.flatMap((application) => {
    const { id, jobId } = application;
    const job = jobs.get(jobId);
    if (!job) return [];
    const around = {
      job,
      steps: plans.get(jobId) ?? stageTemplates.full,
      changes: changes.filter((change) => change.applicationId === id),
      interviews: interviews.filter((interview) => interview.applicationId === id),
      contests,
      jobEnd: ends.get(jobId) ?? null,
    };
    return [present(application, around, now)];
  });
}
