import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import { appendAudit, findZone } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type DeclineReason, isTrueReason } from './core/decline-reasons.ts';
import { nextNotice } from './core/notice.ts';
import { mayDecline, type Stage } from './core/pipeline.ts';
import { getAllAsSeen } from './get-for-employer.ts';
import { measureReasons, type Standing } from './measure-reasons.ts';
import { movedTo, stageEntry, writeAll } from './move-stage.ts';
import type { declinedOutput, declineInput } from './schemas.ts';
import type { StoredApplication } from './store/applications.ts';
import { insertStageChanges } from './store/stage-changes.ts';
import { declineDue } from './tasks.ts';
import { writeReceipt } from './write-receipt.ts';

type Input = z.output<typeof declineInput>;

function refuseUnfit(applications: readonly StoredApplication[]): void {
  const unfit = applications.find((each) => !mayDecline(each.stage as Stage));
  if (!unfit) return;
  const from = unfit.stage;
  throw new AppError('application.move_refused', 'conflict', `Nobody is declined from ${from}.`, null, {
    from,
  });
}

function refuseUntrue(reason: DeclineReason, standings: ReadonlyMap<string, Standing>): void {
  if ([...standings.values()].every(({ facts }) => isTrueReason(reason, facts))) return;
  throw new AppError(
    'application.reason_untrue',
    'bad-input',
    'This reason is not the case.',
    'Choose one that is.',
    { field: 'reason' },
  );
}

/** Writes the declines with their receipts, and asks the queue to tell the candidates at the hour. */
async function writeDeclines(
  scope: OrgScope,
  input: Input,
  applications: readonly StoredApplication[],
  standings: ReadonlyMap<string, Standing>,
  { now, noticeAt }: { now: Date; noticeAt: Date },
): Promise<void> {
  const { reason, sentence = null } = input;
  const columns = { stage: 'declined' as const, stageSince: now, noticeAt, declineReason: reason };
  await writeAll(scope, applications, () => columns);
  const rows = applications.map(({ candidateId, id, stage }) => ({
    ...{ candidateId, applicationId: id, fromStage: stage as Stage, toStage: 'declined' as const },
    ...{ actorId: scope.accountId, reason, at: now },
    receipt: writeReceipt(reason, sentence, standings.get(candidateId) as Standing, now),
  }));
  await insertStageChanges(rows);
  await appendAudit(
    ...applications.map((each) =>
      stageEntry(scope, each, 'application.declined', { from: each.stage, reason }),
    ),
  );
  for (const { candidateId, applicationId } of rows)
    await enqueue(
      declineDue,
      { candidateId, applicationId },
      { key: `${declineDue.name}:${applicationId}`, runAt: noticeAt },
    );
}

/**
 * Declines people with one reason that is the case for each of them: all, or nobody. They are told at the next 18:00,
 * with a receipt of what was met and not met now; until then it can be undone and does not show. Errors:
 * `job.unknown`, `application.unknown`, `application.withdrawn`, `application.changed_meanwhile`,
 * `application.move_refused`, `application.reason_untrue`.
 */
export async function declineCandidates(
  scope: OrgScope,
  input: Input,
  now: Date,
): Promise<z.output<typeof declinedOutput>> {
  const { jobId, people, reason } = input;
  const job = await getJob(scope, jobId);
  const applications = await getAllAsSeen(scope, jobId, people);
  refuseUnfit(applications);
  const ids = applications.map((each) => each.candidateId);
  const standings = await measureReasons(scope, job, ids, now);
  refuseUntrue(reason, standings);
  const noticeAt = nextNotice(now, await findZone(scope.organizationId));
  await inTransaction(() => writeDeclines(scope, input, applications, standings, { now, noticeAt }));
  return { people: applications.map((each) => movedTo(each, 'declined')), noticeAt };
}
