import type { z } from 'zod';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type JobStatus, mayBecome, type PublishableJob, publishProblems } from './core/lifecycle.ts';
import { jobReference } from './core/reference.ts';
import { getJob, getStoredJob } from './get-job.ts';
import { presentJob } from './present-job.ts';
import type { createJobInput, JobOutput, updateJobInput } from './schemas.ts';
import {
  insertJob,
  type JobColumns,
  type JobStateColumns,
  replaceRequirements,
  type StoredJob,
  takeJobNumber,
  updateJobAt,
} from './store/jobs.ts';

/** Drops what was not given, so that an absent field is left alone and null clears it. */
function given(columns: { [Key in keyof JobColumns]: JobColumns[Key] | undefined }): JobColumns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as JobColumns;
}

function note(
  scope: OrgScope,
  action: string,
  jobId: string,
  details: Record<string, string | null> = {},
): Promise<void> {
  const { organizationId, accountId } = scope;
  return appendAudit({ organizationId, actorId: accountId, action, subject: `job:${jobId}`, details });
}

/** From when on names are seen is a decision about people: it is in the log, whatever the state of the job. */
async function noteHiding(scope: OrgScope, before: StoredJob, change: JobColumns): Promise<void> {
  const { namesHiddenUntil: until } = change;
  if (until === undefined || until === before.namesHiddenUntil) return;
  await note(scope, 'job.names_hidden', before.id, { from: before.namesHiddenUntil, until });
}

function changedMeanwhile(): AppError {
  return new AppError(
    'job.changed_meanwhile',
    'conflict',
    'Somebody else changed this job while you had it open.',
    'Open it again; what you typed is still on this page.',
  );
}

function requireReady(job: PublishableJob, now: Date): void {
  const problems = publishProblems(job, now);
  if (problems.length === 0) return;
  throw new AppError(
    'job.not_ready',
    'bad-input',
    'The job cannot be published yet.',
    'Mend what is named and publish again.',
    Object.fromEntries(problems.map((problem) => [problem.field, problem.code])),
  );
}

/** Makes a draft with the organisation's next reference. Errors: `job.skill_unknown`. */
export function createJob(scope: OrgScope, input: z.output<typeof createJobInput>): Promise<JobOutput> {
  const { requirements = [], ...columns } = input;
  return inTransaction(async () => {
    const { organizationName, ordinal } = await takeJobNumber(scope);
    const jobId = await insertJob(scope, jobReference(organizationName, ordinal), given(columns));
    await replaceRequirements(jobId, requirements);
    await note(scope, 'job.created', jobId);
    return getJob(scope, jobId);
  });
}

/**
 * Changes some fields of a job. A published job must stay publishable.
 * Errors: `job.unknown`, `job.closed`, `job.changed_meanwhile`, `job.not_ready`, `job.skill_unknown`.
 */
export function updateJob(
  scope: OrgScope,
  input: z.output<typeof updateJobInput>,
  now: Date,
): Promise<JobOutput> {
  const { jobId, version, requirements, ...columns } = input;
  return inTransaction(async () => {
    const before = await getStoredJob(scope, jobId);
    if (before.status === 'closed')
      throw new AppError('job.closed', 'gone', 'This job is closed; it can no longer be changed.');
    if (before.version !== version) throw changedMeanwhile();
    const change = given(columns);
    // An end that has passed since publishing must not keep a typing error from being mended.
    const validThrough = change.validThrough === undefined ? null : change.validThrough;
    if (before.status === 'published') requireReady({ ...before, ...change, validThrough }, now);
    if (!(await updateJobAt(scope, jobId, version, change))) throw changedMeanwhile();
    if (requirements) await replaceRequirements(jobId, requirements);
    if (before.status === 'published') await note(scope, 'job.updated', jobId);
    await noteHiding(scope, before, change);
    return getJob(scope, jobId);
  });
}

async function changeState(
  scope: OrgScope,
  input: { jobId: string; version: number },
  change: JobStateColumns,
  check: (job: StoredJob) => void,
): Promise<JobOutput> {
  return inTransaction(async () => {
    const before = await getStoredJob(scope, input.jobId);
    if (before.version !== input.version) throw changedMeanwhile();
    if (!mayBecome(before.status as JobStatus, change.status))
      throw new AppError(
        'job.state_refused',
        'conflict',
        `A job that is ${before.status} cannot become ${change.status}.`,
      );
    check(before);
    if (!(await updateJobAt(scope, input.jobId, input.version, change))) throw changedMeanwhile();
    await note(scope, `job.${change.status}`, input.jobId);
    return presentJob(await getStoredJob(scope, input.jobId));
  });
}

/**
 * Publishes a draft. Errors: `job.unknown`, `job.changed_meanwhile`, `job.state_refused`, `job.not_ready` (its
 * details name the fields).
 */
export function publishJob(
  scope: OrgScope,
  input: { jobId: string; version: number },
  now: Date,
): Promise<JobOutput> {
  return changeState(scope, input, { status: 'published', publishedAt: now }, (job) =>
    requireReady(job, now),
  );
}

/**
 * Closes a job for good: it takes no applications, and what applicants disclosed with theirs is no longer shown.
 * Errors: `job.unknown`, `job.changed_meanwhile`, `job.state_refused`.
 */
export function closeJob(
  scope: OrgScope,
  input: { jobId: string; version: number },
  now: Date,
): Promise<JobOutput> {
  return changeState(scope, input, { status: 'closed', closedAt: now }, () => {});
}
