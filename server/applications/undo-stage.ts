import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { announceStages } from './announce-stage.ts';
import type { Stage } from './core/pipeline.ts';
import { getAllAsSeen } from './get-for-employer.ts';
import { movedTo, stageEntry, writeAll } from './move-stage.ts';
import type { MovedOutput, undoInput } from './schemas.ts';
import type { StageColumns, StoredApplication } from './store/applications.ts';
import { listStageChanges, markUndone, type StoredStageChange } from './store/stage-changes.ts';

/** The last change that still holds, if it was the employer's and led to where the application is. */
function lastMove(
  application: StoredApplication,
  changes: readonly StoredStageChange[],
): StoredStageChange | null {
  const last = changes.findLast((change) => change.undoneAt === null);
  return last?.fromStage && last.toStage === application.stage ? last : null;
}

interface Undo {
  change: StoredStageChange;
  columns: StageColumns;
}

function planUndo(application: StoredApplication, all: readonly StoredStageChange[], now: Date): Undo {
  const changes = all.filter((change) => change.applicationId === application.id);
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
  // A name that this move showed is hidden again; the log keeps that it was shown.
  const hides = application.revealedAt?.getTime() === last.at.getTime();
  return { change: last, columns: hides ? { ...columns, revealedAt: null } : columns };
}

/**
 * Takes back the last move or decline of people of one job: of all of them, or of nobody. A decline only until its
 * notice, and nothing that a colleague has decided since. Errors: `job.unknown`, `application.unknown`,
 * `application.withdrawn`, `application.nothing_to_undo`, `application.notice_sent`,
 * `application.changed_meanwhile`.
 */
export async function undoStage(
  scope: OrgScope,
  { jobId, people }: z.output<typeof undoInput>,
  now: Date,
): Promise<MovedOutput> {
  await getJob(scope, jobId);
  return inTransaction(async () => {
    const applications = await getAllAsSeen(scope, jobId, people);
    const changes = await listStageChanges(applications);
    const undos = new Map(applications.map((each) => [each.id, planUndo(each, changes, now)]));
    const undoOf = ({ id }: StoredApplication) => undos.get(id) as Undo;
    await writeAll(scope, applications, (each) => undoOf(each).columns);
    await markUndone(
      applications.map((each) => undoOf(each).change),
      now,
    );
    await announceStages(scope, applications, now);
    await appendAudit(
      ...applications.map((each) =>
        stageEntry(scope, each, 'application.undone', { from: each.stage, to: undoOf(each).columns.stage }),
      ),
    );
    return { people: applications.map((each) => movedTo(each, undoOf(each).columns.stage)) };
  });
}
