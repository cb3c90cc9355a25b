import { getCredentials } from '#server/credentials/index.ts';
import { getJob } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import {
  coverPeople,
  findFindable,
  listBackingCredentials,
  refuseWithdrawn,
  scanField,
} from '#server/matching/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { candidateScope, type OrgScope } from '#server/platform/scope.ts';
import { answerPromise } from './core/answer-promise.ts';
import type { Stage } from './core/pipeline.ts';
import { headOf } from './get-board.ts';
import type { CandidateForEmployerOutput } from './schemas.ts';
import { findForEmployer, type StoredApplication } from './store/applications.ts';
import { listGranted } from './store/grants.ts';
import { listActorNames, listStageChanges } from './store/stage-changes.ts';

type Output = CandidateForEmployerOutput;

/** Credentials as an employer may see them: without what we only propose, and without the recipient's address. */
async function presentDisclosed(candidateId: string, ids: readonly string[]): Promise<Output['disclosed']> {
  const credentials = await getCredentials(candidateScope(candidateId), ids);
  const order = new Map(ids.map((id, at) => [id, at]));
  return credentials
    .map((credential) => ({
      ...credential,
      skills: credential.skills.filter((skill) => ['proven', 'unknown', 'lapsed'].includes(skill.state)),
    }))
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

function presentApplication(
  stored: StoredApplication,
  answerDays: number | null,
  now: Date,
): Output['application'] {
  return {
    id: stored.id,
    stage: stored.stage as Stage,
    stageSince: stored.stageSince,
    appliedAt: stored.appliedAt,
    phone: stored.phone,
    availableFrom: stored.availableFrom,
    note: stored.note,
    version: stored.version,
    declineReason: stored.declineReason as NonNullable<Output['application']>['declineReason'],
    noticeAt: stored.noticeAt,
    ...answerPromise(stored, answerDays, now),
  };
}

async function presentLog(stored: StoredApplication | null): Promise<Output['log']> {
  if (!stored) return [];
  const changes = await listStageChanges([stored]);
  const names = await listActorNames(changes.flatMap((change) => (change.actorId ? [change.actorId] : [])));
  return changes.map((change) => ({
    at: change.at,
    from: change.fromStage as Stage | null,
    to: change.toStage as Stage,
    // The candidate acted under the name given to this employer, not under the account's.
    actor:
      change.actorId === stored.candidateId ? null : ((change.actorId && names.get(change.actorId)) ?? null),
    undone: change.undoneAt !== null,
  }));
}

/** Place in the ranking and neighbours; nothing once the job is closed. */
async function locate(scope: OrgScope, job: JobOutput, candidateId: string, now: Date) {
  const nowhere = { coverage: null, rank: null, queue: null, ranked: 0, previousId: null, nextId: null };
  if (job.status === 'closed') return nowhere;
  const { entries } = await scanField(scope, job, now);
  const at = entries.findIndex((entry) => entry.candidateId === candidateId);
  const entry = entries[at];
  const person = { candidateId, applied: entry?.applicant != null };
  const covered = await coverPeople(scope, job, [person], now);
  return {
    coverage: covered.get(candidateId)?.coverage ?? null,
    rank: entry?.rank ?? null,
    queue: entry?.queue ?? null,
    ranked: entries.length,
    previousId: at > 0 ? (entries[at - 1]?.candidateId ?? null) : null,
    nextId: at >= 0 ? (entries[at + 1]?.candidateId ?? null) : null,
  };
}

/**
 * One person for the employer of a job. Of an applicant exactly the credentials disclosed with the application; of
 * somebody who did not apply what backs their evidence, if they let employers find them. Others are not counted.
 * Errors: `job.unknown`, `application.withdrawn`, `application.unknown` (also for people who are not visible).
 */
export async function getCandidate(
  scope: OrgScope,
  input: { jobId: string; candidateId: string; answerDays: number | null },
  now: Date,
): Promise<Output> {
  const { jobId, candidateId, answerDays } = input;
  const job = await getJob(scope, jobId);
  await refuseWithdrawn(scope, jobId, candidateId);
  const [stored, findable] = await Promise.all([
    findForEmployer(scope, jobId, candidateId),
    findFindable(scope, candidateId),
  ]);
  if (!stored && !findable)
    throw new AppError('application.unknown', 'not-found', 'There is no such candidate for this job.');
  const shownIds = stored ? listGranted(candidateId, stored.id) : listBackingCredentials(scope, candidateId);
  const [place, ids, log] = await Promise.all([
    locate(scope, job, candidateId, now),
    job.status === 'closed' ? [] : shownIds,
    presentLog(stored),
  ]);
  return {
    candidateId,
    name: stored?.displayName ?? findable?.displayName ?? '',
    application: stored && presentApplication(stored, answerDays, now),
    headline: findable?.headline ?? null,
    place: findable?.place ?? null,
    job: headOf(job),
    ...place,
    disclosed: await presentDisclosed(candidateId, ids),
    log,
  };
}
