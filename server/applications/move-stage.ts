import type { z } from 'zod';
import { reachesNames } from '#server/jobs/core/hidden-names.ts';
import { getJob } from '#server/jobs/index.ts';
import { type AuditEntry, appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { announceStages } from './announce-stage.ts';
import { type MoveTarget, mayMove, type Stage } from './core/pipeline.ts';
import { targetsOf } from './core/stage-plan.ts';
import { changedMeanwhile, getAllAsSeen } from './get-for-employer.ts';
import { measureReasons, type Standing } from './measure-reasons.ts';
import type { MovedOutput, moveInput } from './schemas.ts';
import { type StageColumns, type StoredApplication, writeStages } from './store/applications.ts';
import { getPlan } from './store/job-stages.ts';
import { insertStageChanges } from './store/stage-changes.ts';
import { writeHireReceipt } from './write-receipt.ts';

/** An entry of the audit log about an application. */
export function stageEntry(
  { organizationId, accountId }: OrgScope,
  application: Pick<StoredApplication, 'id'>,
  action: string,
  details: NonNullable<AuditEntry['details']>,
): AuditEntry {
  return { organizationId, actorId: accountId, action, subject: `application:${application.id}`, details };
}

/** Writes stages in one statement, of all or of nobody. Errors: `application.changed_meanwhile`. */
export async function writeAll(
  scope: OrgScope,
  applications: readonly StoredApplication[],
  columnsOf: (application: StoredApplication) => StageColumns,
): Promise<void> {
  const rows = applications.map((each) => {
    const { candidateId, id, version } = each;
    return { candidateId, id, version, revealedAt: each.revealedAt, ...columnsOf(each) };
  });
  const written = await writeStages(scope, rows);
  if (written < rows.length) throw await changedMeanwhile(scope, applications);
}

function refuseMove(from: string, to: string): never {
  throw new AppError('application.move_refused', 'conflict', `Nobody moves from ${from} to ${to}.`, null, {
    from,
    to,
  });
}

/**
 * Moves people of one job to one of its stages: all of them, or nobody when one cannot go. Errors: `job.unknown`,
 * `application.unknown`, `application.withdrawn`, `application.changed_meanwhile`, `application.move_refused`.
 */
export async function moveStage(
  scope: OrgScope,
  { jobId, to, people }: z.output<typeof moveInput>,
  now: Date,
): Promise<MovedOutput> {
  const job = await getJob(scope, jobId);
  const { namesHiddenUntil } = job;
  const ids = people.map((person) => person.candidateId);
  const standings = to === 'hired' ? await measureReasons(scope, job, ids, now) : null;
  return inTransaction(async () => {
    const applications = await getAllAsSeen(scope, jobId, people);
    const known = targetsOf(await getPlan(scope, jobId)).includes(to);
    for (const { stage } of applications) if (!known || !mayMove(stage as Stage, to)) refuseMove(stage, to);
    const reveals = ({ revealedAt }: StoredApplication) =>
      namesHiddenUntil !== null && revealedAt === null && reachesNames(namesHiddenUntil, to);
    const columns = { stage: to, stageSince: now, noticeAt: null, declineReason: null };
    await writeAll(scope, applications, (each) => ({
      ...columns,
      revealedAt: reveals(each) ? now : each.revealedAt,
    }));
    await insertStageChanges(
      applications.map((each) => ({
        ...changeOf(scope, each, to, now),
        ...receiptOf(standings?.get(each.candidateId), now),
      })),
    );
    await announceStages(scope, applications, now);
    await appendAudit(
      ...applications.map((each) => stageEntry(scope, each, 'application.moved', { from: each.stage, to })),
      ...applications
        .filter(reveals)
        .map((each) => stageEntry(scope, each, 'application.name_shown', { stage: to })),
    );
    return { people: applications.map((each) => movedTo(each, to)) };
  });
}

/** A hire is kept with what was met on its day; no other move is. */
function receiptOf(standing: Standing | undefined, now: Date) {
  return standing ? { receipt: writeHireReceipt(standing, now) } : {};
}

function changeOf(scope: OrgScope, application: StoredApplication, to: MoveTarget, at: Date) {
  const { candidateId, id, stage } = application;
  return {
    candidateId,
    applicationId: id,
    fromStage: stage as Stage,
    toStage: to,
    actorId: scope.accountId,
    at,
  };
}

/** A person after a change of stage, with the version they have then. */
export function movedTo({ candidateId, version }: StoredApplication, stage: Stage) {
  return { candidateId, version: version + 1, stage };
}
