import { refuseWithdrawn } from '#server/matching/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { findForEmployer, listForEmployer, type StoredApplication } from './store/applications.ts';
import { findLatestChange, listActorNames } from './store/stage-changes.ts';

const unknown = () => new AppError('application.unknown', 'not-found', 'There is no such application.');

/** One application to a job of the organisation. Errors: `application.unknown`, `application.withdrawn`. */
export async function getForEmployer(
  scope: OrgScope,
  jobId: string,
  candidateId: string,
): Promise<StoredApplication> {
  await refuseWithdrawn(scope, jobId, candidateId);
  const application = await findForEmployer(scope, jobId, candidateId);
  if (!application) throw unknown();
  return application;
}

/** A person as somebody saw them when they decided. */
export interface Seen {
  candidateId: string;
  version: number;
}

/** The applications of several people, each once. Errors: `application.unknown`, `application.withdrawn`. */
export async function getAll(
  scope: OrgScope,
  jobId: string,
  candidateIds: readonly string[],
): Promise<StoredApplication[]> {
  const ids = [...new Set(candidateIds)];
  const found = await listForEmployer(scope, jobId, ids);
  const open = new Set(found.filter((each) => each.stage !== 'withdrawn').map((each) => each.candidateId));
  const missing = ids.find((id) => !open.has(id));
  // Says which of the two it is.
  if (missing) await getForEmployer(scope, jobId, missing);
  return found;
}

/**
 * The applications of several people as they were seen. Errors: `application.unknown`, `application.withdrawn`,
 * `application.changed_meanwhile`: of all of them, or of nobody.
 */
export async function getAllAsSeen(
  scope: OrgScope,
  jobId: string,
  people: readonly Seen[],
): Promise<StoredApplication[]> {
  const seen = new Map(people.map((person) => [person.candidateId, person.version]));
  const found = await getAll(scope, jobId, [...seen.keys()]);
  const changed = found.filter((each) => each.version !== seen.get(each.candidateId));
  if (changed.length > 0) throw await changedMeanwhile(scope, changed);
  return found;
}

/**
 * Says who was faster, where to, and when; of several people the one changed last. `changed` names all of them with
 * the version they have now, so that who still wants to decide can do so on that. Code:
 * `application.changed_meanwhile`.
 */
export async function changedMeanwhile(
  scope: OrgScope,
  applications: readonly StoredApplication[],
): Promise<AppError> {
  const [first] = applications;
  const current = first
    ? await listForEmployer(
        scope,
        first.jobId,
        applications.map((each) => each.candidateId),
      )
    : [];
  const last = await findLatestChange(applications);
  // The candidate is not named: who that is may be hidden.
  const colleague = last && last.actorId !== last.candidateId ? last.actorId : null;
  const names = await listActorNames(colleague ? [colleague] : []);
  const subject = current.find((each) => each.candidateId === last?.candidateId) ?? current[0];
  return new AppError(
    'application.changed_meanwhile',
    'conflict',
    'Somebody else changed this application meanwhile.',
    'Look at it again before you decide.',
    {
      candidateId: subject?.candidateId ?? null,
      stage: subject?.stage ?? null,
      by: (colleague && names.get(colleague)) || null,
      own: last?.actorId === scope.accountId,
      at: (last?.undoneAt ?? last?.at ?? subject?.stageSince)?.toISOString() ?? null,
      changed: current.map((each) => `${each.candidateId}:${each.version}`),
    },
  );
}
