import type { z } from 'zod';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { openContestInput } from './core/contest-shapes.ts';
import { findOwn } from './store/applications.ts';
import { insertContest } from './store/contests.ts';
import { listStageChanges } from './store/stage-changes.ts';
import { contestOpened } from './tasks.ts';

/**
 * Contests a decline: whoever decides in the organisation is told, and one of them has to answer with a reason.
 * Repeating it changes nothing; a decline is contested once. Errors: `application.unknown`,
 * `application.not_declined` (also for a decline that is not told yet).
 */
export async function contestDecline(
  scope: CandidateScope,
  { applicationId, text }: z.output<typeof openContestInput>,
  now: Date,
): Promise<void> {
  const application = await findOwn(scope, applicationId);
  if (!application) throw new AppError('application.unknown', 'not-found', 'There is no such application.');
  const changes = await listStageChanges([application]);
  const decline = changes.findLast((change) => change.undoneAt === null && change.toStage === 'declined');
  const told = application.noticeAt !== null && application.noticeAt <= now;
  if (application.stage !== 'declined' || !decline || !told)
    throw new AppError('application.not_declined', 'conflict', 'This application is not declined.');
  await inTransaction(async () => {
    const contest = { applicationId, changeId: decline.id, text: text || null, openedAt: now };
    if (!(await insertContest(scope, contest))) return;
    const { organizationId, jobId } = application;
    await appendAudit({
      organizationId,
      actorId: scope.candidateId,
      action: 'application.contested',
      subject: `application:${applicationId}`,
    });
    await enqueue(contestOpened, { organizationId, jobId, applicationId });
  });
}
