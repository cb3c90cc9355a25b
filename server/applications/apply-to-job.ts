import type { z } from 'zod';
import { findCandidate, updateCandidate } from '#server/candidates/index.ts';
import { getCredentials } from '#server/credentials/index.ts';
import { getPublishedJob } from '#server/jobs/index.ts';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { pickAlias } from './pick-alias.ts';
import { recountApplications } from './recount-applications.ts';
import type { applyInput, applyOutput } from './schemas.ts';
import {
  type ApplicationColumns,
  findEmployerOf,
  findOwnByJob,
  insertApplication,
  reopenApplication,
} from './store/applications.ts';
import { insertGrants } from './store/grants.ts';
import { insertStageChanges } from './store/stage-changes.ts';
import { applicationArrived } from './tasks.ts';

type Input = z.output<typeof applyInput>;

/** Who employs: not part of the public job, needed for the tenant column. */
async function getEmployer(jobId: string, now: Date): Promise<string> {
  const job = await getPublishedJob(jobId, now);
  const organizationId = await findEmployerOf(jobId);
  if (!job.open || !organizationId)
    throw new AppError(
      'job.not_open',
      'conflict',
      'This job takes no more applications; its last day has passed.',
    );
  return organizationId;
}

async function requireOwn(scope: CandidateScope, ids: readonly string[]): Promise<void> {
  const own = new Set((await getCredentials(scope, ids)).map((credential) => credential.id));
  if (ids.every((id) => own.has(id))) return;
  throw new AppError(
    'application.credential_unknown',
    'not-found',
    'One of the credentials is not in your wallet.',
    'Look at the list again and send what is left.',
  );
}

/** What is sent, from the form or from the last application; and kept for the next one. */
async function keepAnswers(scope: CandidateScope, input: Input): Promise<ApplicationColumns> {
  const candidate = await findCandidate(scope);
  const columns = {
    displayName: input.displayName ?? candidate?.displayName ?? '',
    phone: (input.phone ?? candidate?.phone) || null,
    availableFrom: (input.availableFrom ?? candidate?.availability) || null,
    note: input.note || null,
  };
  await updateCandidate(scope, { phone: columns.phone, availability: columns.availableFrom });
  return columns;
}

async function openApplication(
  scope: CandidateScope,
  job: { jobId: string; organizationId: string },
  columns: ApplicationColumns,
  now: Date,
): Promise<string> {
  const earlier = await findOwnByJob(scope, job.jobId);
  if (!earlier) return insertApplication(scope, job, { ...columns, alias: await pickAlias(job.jobId) }, now);
  if (await reopenApplication(scope, earlier.id, columns, now)) return earlier.id;
  throw new AppError(
    'application.exists',
    'conflict',
    'You applied to this job already.',
    'See your applications.',
  );
}

/**
 * Applies to a job and discloses exactly the named credentials to its employer. A withdrawn application may be sent
 * again. Errors: `job.unknown`, `job.closed`, `job.not_open`, `application.exists`,
 * `application.credential_unknown`.
 */
export async function applyToJob(
  scope: CandidateScope,
  input: Input,
  now: Date,
): Promise<z.output<typeof applyOutput>> {
  const organizationId = await getEmployer(input.jobId, now);
  const credentialIds = [...new Set(input.credentialIds)];
  await requireOwn(scope, credentialIds);
  return inTransaction(async () => {
    const columns = await keepAnswers(scope, input);
    const { candidateId } = scope;
    const applicationId = await openApplication(scope, { jobId: input.jobId, organizationId }, columns, now);
    await insertGrants(scope, applicationId, credentialIds, now);
    const change = { candidateId, applicationId, fromStage: null, toStage: 'applied' as const };
    await insertStageChanges([{ ...change, actorId: candidateId, at: now }]);
    // The first version of what it proves: later ones are measured against it.
    await recountApplications(scope, null, now);
    const arrived = { organizationId, jobId: input.jobId };
    await enqueue(applicationArrived, arrived, { key: `arrived:${input.jobId}` });
    await appendAudit({
      organizationId,
      actorId: candidateId,
      action: 'application.applied',
      subject: `application:${applicationId}`,
      details: { jobId: input.jobId, disclosed: credentialIds.length },
    });
    return { applicationId, disclosed: credentialIds.length };
  });
}
