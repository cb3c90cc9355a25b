import { getPublicJobs } from '#server/jobs/index.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { answerPromise } from './core/answer-promise.ts';
import { type Stage, stageForCandidate } from './core/pipeline.ts';
import { type MyApplicationOutput, type Receipt, receiptShape } from './schemas.ts';
import { listOwn } from './store/applications.ts';
import { listStageChanges, type StoredStageChange } from './store/stage-changes.ts';

type Stored = Awaited<ReturnType<typeof listOwn>>[number];

/** A decline that has not been told yet is not there for the candidate. */
function shownChanges(
  application: Stored,
  changes: readonly StoredStageChange[],
  now: Date,
): StoredStageChange[] {
  const told = application.noticeAt !== null && application.noticeAt <= now;
  return changes.filter((change) => change.undoneAt === null && (change.toStage !== 'declined' || told));
}

function receiptOf(changes: readonly StoredStageChange[]): Receipt | null {
  const decline = changes.findLast((change) => change.toStage === 'declined');
  const receipt = receiptShape.safeParse(decline?.receipt);
  return receipt.success ? receipt.data : null;
}

function present(
  application: Stored,
  all: readonly StoredStageChange[],
  job: MyApplicationOutput['job'],
  now: Date,
): MyApplicationOutput {
  const hidden = all.findLast((change) => change.toStage === 'declined' && change.undoneAt === null);
  const before = (hidden?.fromStage ?? null) as Stage | null;
  const stage = stageForCandidate(application.stage as Stage, application.noticeAt, now, before);
  const changes = shownChanges(application, all, now);
  const { id, appliedAt, withdrawnAt, displayName } = application;
  return {
    ...{ id, job, stage, appliedAt, withdrawnAt, displayName },
    stageSince: changes.at(-1)?.at ?? appliedAt,
    ...answerPromise({ stage, appliedAt }, job.employer.answerDays, now),
    timeline: changes.map((change) => ({ stage: change.toStage as Stage, at: change.at })),
    shared: application.grants.map((grant) => grant.credential),
    receipt: stage === 'declined' ? receiptOf(changes) : null,
  };
}

/** The candidate's applications, latest first, as far as the candidate is told today. */
export async function listMyApplications(scope: CandidateScope, now: Date): Promise<MyApplicationOutput[]> {
  const stored = await listOwn(scope);
  const [jobs, changes] = await Promise.all([
    getPublicJobs(
      stored.map((application) => application.jobId),
      now,
    ),
    listStageChanges(stored),
  ]);
  return stored.flatMap((application) => {
    const job = jobs.get(application.jobId);
    const own = changes.filter((change) => change.applicationId === application.id);
    return job ? [present(application, own, job, now)] : [];
  });
}
