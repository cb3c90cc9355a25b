import { getJob } from '#server/jobs/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { Stage } from './core/pipeline.ts';
import { auditStage, changedMeanwhile, getForEmployer } from './move-stage.ts';
import type { MovedOutput } from './schemas.ts';
import { type StoredApplication, writeStage } from './store/applications.ts';
import { listStageChanges, markUndone, type StoredStageChange } from './store/stage-changes.ts';

/** The last change that still holds, if it was the employer's and led to where the application is. */
function lastMove(
  application: StoredApplication,
  changes: readonly StoredStageChange[],
): StoredStageChange | null {
  const last = changes.findLast((change) => change.undoneAt === null);
  return last?.fromStage && last.toStage === application.stage ? last : null;
}

async function undoOne(scope: OrgScope, application: StoredApplication, now: Date) {
  const changes = await listStageChanges([application]);
  const last = lastMove(application, changes);
  if (!last) throw new AppError('application.nothing_to_undo', 'conflict', 'There is nothing to take back.');
  if (application.noticeAt && application.noticeAt <= now)
    throw new AppError(
      'application.notice_sent',
      'conflict',
      'The candidate has been told; this decline can no longer be taken back.',
      'Write to the candidate if it was a mistake.',
    );
  const stage = last.fromStage as Stage;
  // The waiting time goes on as if the change had never been.
  const since = changes.findLast(
    (change) => change.undoneAt === null && change.id !== last.id && change.toStage === stage,
  );
  const columns = {
    stage,
    stageSince: since?.at ?? application.appliedAt,
    noticeAt: null,
    declineReason: null,
  };
  if (!(await writeStage(scope, application, columns))) throw await changedMeanwhile(scope, application);
  await markUndone(application.candidateId, last.id, now);
  await auditStage(scope, application, 'application.undone', { from: application.stage, to: stage });
  return { candidateId: application.candidateId, version: application.version + 1, stage };
}

/**
 * Takes back the last move or decline of people of one job: of all of them, or of nobody. A decline only until its
 * notice. Errors: `job.unknown`, `application.unknown`, `application.withdrawn`, `application.nothing_to_undo`,
 * `application.notice_sent`, `application.changed_meanwhile`.
 */
export async function undoStage(
  scope: OrgScope,
  { jobId, candidateIds }: { jobId: string; candidateIds: readonly string[] },
  now: Date,
): Promise<MovedOutput> {
  await getJob(scope, jobId);
  return inTransaction(async () => {
    const people: MovedOutput['people'] = [];
    for (const candidateId of new Set(candidateIds))
      people.push(await undoOne(scope, await getForEmployer(scope, jobId, candidateId), now));
    return { people };
  });
}
