import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import { refuseWithdrawn } from '#server/matching/index.ts';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type MoveTarget, mayMove, type Stage } from './core/pipeline.ts';
import type { MovedOutput, moveInput } from './schemas.ts';
import {
  findForEmployer,
  listForEmployer,
  type StoredApplication,
  writeStage,
} from './store/applications.ts';
import { insertStageChanges, listActorNames, listStageChanges } from './store/stage-changes.ts';

/** One application to a job of the organisation. Errors: `application.unknown`, `application.withdrawn`. */
export async function getForEmployer(
  scope: OrgScope,
  jobId: string,
  candidateId: string,
): Promise<StoredApplication> {
  await refuseWithdrawn(scope, jobId, candidateId);
  const application = await findForEmployer(scope, jobId, candidateId);
  if (!application) throw new AppError('application.unknown', 'not-found', 'There is no such application.');
  return application;
}

/** Says who was faster, where to, and when. Code: `application.changed_meanwhile`. */
export async function changedMeanwhile(scope: OrgScope, application: StoredApplication): Promise<AppError> {
  const current = await findForEmployer(scope, application.jobId, application.candidateId);
  const last = (await listStageChanges([application])).at(-1);
  const names = await listActorNames(last?.actorId ? [last.actorId] : []);
  return new AppError(
    'application.changed_meanwhile',
    'conflict',
    'Somebody else changed this application meanwhile.',
    'Look at it again before you decide.',
    {
      candidateId: application.candidateId,
      stage: current?.stage ?? application.stage,
      by: (last?.actorId && names.get(last.actorId)) || null,
      at: (last?.at ?? application.stageSince).toISOString(),
    },
  );
}

/** Notes in the audit log what happened to an application. */
export function auditStage(
  scope: OrgScope,
  application: StoredApplication,
  action: string,
  details: Record<string, string | null>,
): Promise<void> {
  const { organizationId, accountId } = scope;
  return appendAudit({
    organizationId,
    actorId: accountId,
    action,
    subject: `application:${application.id}`,
    details,
  });
}

async function moveOne(
  scope: OrgScope,
  application: StoredApplication,
  seen: number,
  to: MoveTarget,
  now: Date,
): Promise<void> {
  const from = application.stage as Stage;
  if (application.version !== seen) throw await changedMeanwhile(scope, application);
  if (!mayMove(from, to))
    throw new AppError('application.move_refused', 'conflict', `Nobody moves from ${from} to ${to}.`, null, {
      from,
      to,
    });
  const columns = { stage: to, stageSince: now, noticeAt: null, declineReason: null };
  if (!(await writeStage(scope, application, columns))) throw await changedMeanwhile(scope, application);
  await auditStage(scope, application, 'application.moved', { from, to });
}

/**
 * Moves people of one job to a stage: all of them, or nobody when one cannot go. Errors: `job.unknown`,
 * `application.unknown`, `application.withdrawn`, `application.changed_meanwhile`, `application.move_refused`.
 */
export async function moveStage(
  scope: OrgScope,
  { jobId, to, people }: z.output<typeof moveInput>,
  now: Date,
): Promise<MovedOutput> {
  await getJob(scope, jobId);
  return inTransaction(async () => {
    const ids = people.map((person) => person.candidateId);
    const found = new Map((await listForEmployer(scope, jobId, ids)).map((each) => [each.candidateId, each]));
    const moved: StoredApplication[] = [];
    for (const { candidateId, version } of people) {
      const application = found.get(candidateId);
      if (!application || application.stage === 'withdrawn') await getForEmployer(scope, jobId, candidateId);
      else {
        await moveOne(scope, application, version, to, now);
        moved.push(application);
      }
    }
    await insertStageChanges(
      moved.map(({ candidateId, id, stage }) => ({
        candidateId,
        applicationId: id,
        fromStage: stage as Stage,
        toStage: to,
        actorId: scope.accountId,
        at: now,
      })),
    );
    return {
      people: people.map(({ candidateId, version }) => ({ candidateId, version: version + 1, stage: to })),
    };
  });
}
