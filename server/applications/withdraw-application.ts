import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { Stage } from './core/pipeline.ts';
import { emptyApplication, findOwn } from './store/applications.ts';
import { deleteContests } from './store/contests.ts';
import { deleteCounts } from './store/coverage-changes.ts';
import { deleteGrants } from './store/grants.ts';
import { deleteNotes } from './store/notes.ts';
import { insertStageChanges } from './store/stage-changes.ts';

/**
 * Withdraws an application: grants and notes of the team end, and name, phone and note are emptied at once; from then
 * on the employer is told that it is gone. Also open to people who were declined or hired. Repeating it changes nothing.
 * Errors: `application.unknown`.
 */
export async function withdrawApplication(
  scope: CandidateScope,
  applicationId: string,
  now: Date,
): Promise<void> {
  await inTransaction(async () => {
    const application = await findOwn(scope, applicationId);
    if (!application) throw new AppError('application.unknown', 'not-found', 'There is no such application.');
    if (!(await emptyApplication(scope, applicationId, now))) return;
    await deleteGrants(scope, applicationId);
    await deleteNotes(scope, applicationId);
    await deleteContests(scope, applicationId);
    await deleteCounts(scope, applicationId);
    const { candidateId } = scope;
    const fromStage = application.stage as Stage;
    const change = { candidateId, applicationId, fromStage, toStage: 'withdrawn' as const };
    await insertStageChanges([{ ...change, actorId: candidateId, at: now }]);
    await appendAudit({
      organizationId: application.organizationId,
      actorId: candidateId,
      action: 'application.withdrawn',
      subject: `application:${applicationId}`,
      details: { from: fromStage },
    });
  });
}
