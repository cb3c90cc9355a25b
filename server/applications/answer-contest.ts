import type { z } from 'zod';
import type { Identity } from '#server/jobs/core/hidden-names.ts';
import { getJob } from '#server/jobs/index.ts';
import { identifyPeople } from '#server/matching/index.ts';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { answerContestInput, ContestOutput } from './core/contest-shapes.ts';
import { receiptNumber } from './core/counterfactual.ts';
import type { Stage } from './core/pipeline.ts';
import { stageEntry } from './move-stage.ts';
import { receiptShape } from './schemas.ts';
import {
  findContest,
  listOpenContests,
  reopenDeclined,
  type StoredContest,
  writeAnswer,
} from './store/contests.ts';
import { insertStageChanges } from './store/stage-changes.ts';
import { contestAnswered } from './tasks.ts';

function present(contest: StoredContest, identity: Identity): ContestOutput {
  const { id, candidateId, openedAt, text, change } = contest;
  const receipt = receiptShape.safeParse(change.receipt);
  return {
    ...{ id, candidateId, openedAt, name: identity.name },
    text: text && identity.maskOwn(text),
    receiptNumber: receiptNumber(change.id, change.at),
    declinedAt: change.at,
    reason: change.reason ?? 'other',
    sentence: receipt.success ? receipt.data.sentence : null,
  };
}

/** Open contests of a job, the longest waiting first, at most 50. Errors: `job.unknown`. */
export async function listContests(scope: OrgScope, jobId: string): Promise<ContestOutput[]> {
  const job = await getJob(scope, jobId);
  const contests = await listOpenContests(scope, jobId);
  const people = contests.map(({ candidateId, application }) => {
    const { displayName, ...facts } = application;
    return { candidateId, ...facts, name: displayName };
  });
  const identities = await identifyPeople(job, people);
  return contests.flatMap((contest) => {
    const identity = identities.get(contest.candidateId);
    return identity ? [present(contest, identity)] : [];
  });
}

function answeredMeanwhile(): AppError {
  return new AppError(
    'contest.answered',
    'conflict',
    'Somebody answered this contest already.',
    'Their answer is with the candidate.',
  );
}

/** Takes the application up again in the stage it was declined from. Errors: `contest.job_closed`, `contest.answered`. */
async function reopen(scope: OrgScope, contest: StoredContest, now: Date): Promise<void> {
  const stage = (contest.change.fromStage ?? 'applied') as Stage;
  if (!(await reopenDeclined(scope, contest, stage, now))) throw answeredMeanwhile();
  const { candidateId, applicationId } = contest;
  const change = { candidateId, applicationId, fromStage: 'declined' as const, toStage: stage };
  await insertStageChanges([{ ...change, actorId: scope.accountId, at: now }]);
}

/**
 * Closes a contest by a person of the organisation, with a reason that the candidate reads: the decline stands, or the
 * application goes on where it stood. Errors: `job.unknown`, `contest.unknown`, `contest.answered`,
 * `contest.job_closed`.
 */
export async function answerContest(
  scope: OrgScope,
  input: z.output<typeof answerContestInput>,
  now: Date,
): Promise<void> {
  const { outcome, answer } = input;
  const job = await getJob(scope, input.jobId);
  const contest = await findContest(scope, input);
  if (!contest) throw new AppError('contest.unknown', 'not-found', 'There is no such contest.');
  if (contest.closedAt !== null) throw answeredMeanwhile();
  if (outcome === 'reopened' && job.status === 'closed')
    throw new AppError(
      'contest.job_closed',
      'conflict',
      'The job is closed; nobody can go on in it.',
      'Say so in your answer, and let the decline stand.',
    );
  await inTransaction(async () => {
    const closed = { outcome, answer, closedById: scope.accountId, closedAt: now };
    if (!(await writeAnswer(contest, closed))) throw answeredMeanwhile();
    if (outcome === 'reopened') await reopen(scope, contest, now);
    const { candidateId, id: contestId, applicationId } = contest;
    await appendAudit(
      stageEntry(scope, { id: applicationId }, 'application.contest_answered', { outcome, contestId }),
    );
    await enqueue(contestAnswered, { candidateId, contestId });
  });
}
