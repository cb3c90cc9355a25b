import type { z } from 'zod';
import { getCredentials, maskCredential } from '#server/credentials/index.ts';
import type { Identity } from '#server/jobs/core/hidden-names.ts';
import { getJob } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import {
  coverPeople,
  type FieldEntry,
  findFindable,
  identifyPeople,
  listBackingCredentials,
  maskFacts,
  notApplied,
  refuseWithdrawn,
  scanField,
} from '#server/matching/index.ts';
import { rolesWith } from '#server/organizations/core/permissions.ts';
import { countMembers } from '#server/organizations/index.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { candidateScope, type OrgScope } from '#server/platform/scope.ts';
import { answerPromise } from './core/answer-promise.ts';
import type { Stage } from './core/pipeline.ts';
import type { PlanStep } from './core/stage-plan.ts';
import { columnsOf, headOf } from './get-board.ts';
import type { CandidateForEmployerOutput, candidateInput } from './schemas.ts';
import { findForEmployer, type StoredApplication } from './store/applications.ts';
import { listGranted } from './store/grants.ts';
import { getPlan } from './store/job-stages.ts';
import { listNotes } from './store/notes.ts';
import { listActorNames, listStageChanges } from './store/stage-changes.ts';

type Output = CandidateForEmployerOutput;

/** What the team wrote; a colleague who knows the person may have named them. */
async function presentNotes(
  scope: OrgScope,
  stored: StoredApplication | null,
  { mask }: Identity,
): Promise<Output['notes']> {
  if (!stored) return [];
  const notes = await listNotes(stored);
  const names = await listActorNames(notes.map((note) => note.authorId));
  return notes.map(({ authorId, ...note }) => ({
    ...note,
    text: mask(note.text),
    author: names.get(authorId) ?? null,
    mine: authorId === scope.accountId,
  }));
}

/** Credentials as an employer may see them: without what we only propose, and without the recipient's address. */
async function presentDisclosed(
  candidateId: string,
  ids: readonly string[],
  identity: Identity,
): Promise<Output['disclosed']> {
  const credentials = await getCredentials(candidateScope(candidateId), ids);
  const order = new Map(ids.map((id, at) => [id, at]));
  return credentials
    .map((credential) => ({
      ...(identity.hidden ? maskCredential(credential, identity.mask) : credential),
      skills: credential.skills.filter((skill) => ['proven', 'unknown', 'lapsed'].includes(skill.state)),
    }))
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

function presentApplication(
  stored: StoredApplication,
  { hidden, maskOwn }: Identity,
  answerDays: number | null,
  now: Date,
): Output['application'] {
  const own = (text: string | null) => text && maskOwn(text);
  return {
    id: stored.id,
    stage: stored.stage as Stage,
    stageSince: stored.stageSince,
    appliedAt: stored.appliedAt,
    phone: hidden ? null : stored.phone,
    availableFrom: own(stored.availableFrom),
    note: own(stored.note),
    version: stored.version,
    declineReason: stored.declineReason as NonNullable<Output['application']>['declineReason'],
    noticeAt: stored.noticeAt,
    ...answerPromise(stored, answerDays, now, env().TIME_ZONE),
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

type Input = z.output<typeof candidateInput>;

/** The list one came from: the ranking with its filters, or the board column by column. */
function listOf(entries: readonly FieldEntry[], from: Input['from'], steps: readonly PlanStep[]) {
  if (from === 'ranking') return entries.filter((entry) => entry.passes);
  return columnsOf(steps, () => true).flatMap((stage) =>
    entries.filter((entry) => entry.applicant?.stage === stage),
  );
}

function neighboursIn(list: readonly FieldEntry[], candidateId: string) {
  const at = list.findIndex((entry) => entry.candidateId === candidateId);
  return {
    previousId: at > 0 ? (list[at - 1]?.candidateId ?? null) : null,
    nextId: at >= 0 ? (list[at + 1]?.candidateId ?? null) : null,
    position: at >= 0 ? at + 1 : null,
    positions: list.length,
  };
}

/** Place in the ranking and neighbours. Of a closed job only the board is left, and no coverage. */
async function locate(
  scope: OrgScope,
  job: JobOutput,
  { candidateId, from, filter, identity }: Input & { identity: Identity },
  steps: readonly PlanStep[],
  now: Date,
) {
  const closed = job.status === 'closed';
  const { entries } = await scanField(scope, job, now, filter);
  const neighbours = neighboursIn(listOf(entries, closed ? 'board' : from, steps), candidateId);
  if (closed) return { coverage: null, rank: null, queue: null, ranked: 0, ...neighbours };
  const entry = entries.find((each) => each.candidateId === candidateId);
  const person = { candidateId, applied: entry?.applicant != null };
  const facts = (await coverPeople(scope, job, [person], now)).get(candidateId);
  return {
    coverage: facts ? maskFacts(facts, identity).coverage : null,
    rank: entry?.rank ?? null,
    queue: entry?.queue ?? null,
    ranked: entries.length,
    ...neighbours,
  };
}

/** Who applied, or lets employers find them. Errors: `application.withdrawn`, `application.unknown`. */
async function requireVisible(scope: OrgScope, jobId: string, candidateId: string) {
  await refuseWithdrawn(scope, jobId, candidateId);
  const [stored, findable] = await Promise.all([
    findForEmployer(scope, jobId, candidateId),
    findFindable(scope, candidateId),
  ]);
  if (!stored && !findable)
    throw new AppError('application.unknown', 'not-found', 'There is no such candidate for this job.');
  return { stored, findable };
}

/**
 * One person for the employer of a job. Of an applicant exactly the credentials disclosed with the application; of
 * somebody who did not apply what backs their evidence, if they let employers find them. Others are not counted.
 * Errors: `job.unknown`, `application.withdrawn`, `application.unknown` (also for people who are not visible).
 */
export async function getCandidate(
  scope: OrgScope,
  input: Input & { answerDays: number | null },
  now: Date,
): Promise<Output> {
  const { jobId, candidateId, answerDays } = input;
  const job = await getJob(scope, jobId);
  const { stored, findable } = await requireVisible(scope, jobId, candidateId);
  const steps = await getPlan(scope, jobId);
  const shownIds = stored ? listGranted(candidateId, stored.id) : listBackingCredentials(scope, candidateId);
  const person = stored ? { ...stored, name: stored.displayName } : { ...notApplied, candidateId };
  const identity = (await identifyPeople(job, [person])).get(candidateId);
  if (!identity) throw new Error('somebody was asked about and not answered for');
  const { name, hidden, maskOwn } = identity;
  const [place, ids, log, notes, readers] = await Promise.all([
    locate(scope, job, { ...input, identity }, steps, now),
    job.status === 'closed' ? [] : shownIds,
    presentLog(stored),
    presentNotes(scope, stored, identity),
    countMembers(scope, rolesWith('candidates:read')),
  ]);
  return {
    candidateId,
    name,
    nameHidden: hidden,
    application: stored && presentApplication(stored, identity, answerDays, now),
    headline: findable?.headline ? maskOwn(findable.headline) : null,
    place: hidden ? null : (findable?.place ?? null),
    job: headOf(job),
    ...place,
    steps: [...steps],
    disclosed: await presentDisclosed(candidateId, ids, identity),
    log,
    notes,
    readers,
  };
}
