import { type Mask, noMask } from '#server/credentials/core/mask-holder.ts';
import type { Identity } from '#server/jobs/core/hidden-names.ts';
import { getJob, listJobs } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import type { TrustPolicy } from '#server/organizations/core/trust-policy.ts';
import { getActivePolicy } from '#server/organizations/index.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { computeCoverage } from './core/coverage.ts';
import { showTenths } from './core/explain.ts';
import {
  type CountedTwice,
  compareChanges,
  diffParts,
  diffRanks,
  type PartChange,
  type RankChange,
} from './core/rank-changes.ts';
import { askedSkillKeys, groupByOwner, toRequirements } from './count-coverage.ts';
import { identifyPeople, notApplied, type PersonOfJob } from './identify-people.ts';
import type { PolicyTrialOutput } from './policy-schemas.ts';
import { type Person, queueOf, scanPeople } from './scan-field.ts';
import { listIssuerNames } from './store/evidence.ts';
import { inFull, weighRows } from './weigh-evidence.ts';

/** Changes told with their reasons; the rest is counted. */
const mostTold = 50;

type JobChange = RankChange & { job: JobOutput; person: PersonOfJob };

/** Counts everybody in a job's field by two policies from one reading of their evidence. */
async function tryOnJob(
  scope: OrgScope,
  job: JobOutput,
  policies: readonly [TrustPolicy, TrustPolicy],
  now: Date,
): Promise<{ people: string[]; changes: JobChange[] }> {
  const requirements = toRequirements(job.requirements);
  const asked = askedSkillKeys(job.requirements);
  const counted: CountedTwice[] = [];
  const persons = new Map<string, Person>();
  await scanPeople(scope, job, asked, async (people, rows) => {
    const [before = inFull, after = inFull] = await weighRows(policies, rows, now);
    const groups = groupByOwner(rows);
    for (const person of people) {
      const { candidateId } = person;
      const own = groups.get(candidateId) ?? [];
      const then = computeCoverage(requirements, before(own), now);
      const next = computeCoverage(requirements, after(own), now);
      persons.set(candidateId, person);
      counted.push({ candidateId, before: then, after: next, parts: diffParts(then, next) });
    }
  });
  const changes = diffRanks(counted, queueOf(job)).map((change) => ({
    ...change,
    job,
    person: {
      ...(persons.get(change.candidateId)?.applicant ?? notApplied),
      candidateId: change.candidateId,
    },
  }));
  return { people: [...persons.keys()], changes };
}

/** People, not places: who is in two jobs is one. */
function countPeople(changes: readonly JobChange[], is: (change: JobChange) => boolean): number {
  return new Set(changes.filter(is).map((change) => change.candidateId)).size;
}

const isBetter = ({ before, after }: RankChange) => (after.rank ?? 0) < (before.rank ?? 0);
const hasLost = ({ before, after }: RankChange) => after.totalMicro < before.totalMicro;
const hasWon = ({ before, after }: RankChange) => after.totalMicro > before.totalMicro;
const joins = (queue: 'first' | 'second') => (change: RankChange) =>
  change.before.queue !== change.after.queue && change.after.queue === queue;

function presentPart(job: JobOutput, part: PartChange, names: ReadonlyMap<string, string>, mask: Mask) {
  return {
    label: job.requirements.find((line) => line.id === part.requirementId)?.label ?? '',
    fromTenths: showTenths(part.fromMicro),
    toTenths: showTenths(part.toMicro),
    reason: part.reason,
    issuer: part.issuerId === null ? null : mask(names.get(part.issuerId) ?? part.issuerId),
  };
}

const presentPlace = ({ rank, queue, totalMicro }: RankChange['before']) => ({
  rank,
  queue,
  tenths: showTenths(totalMicro),
});

/** Who the people are, job by job: each job has its own rule about names. */
async function identifyTold(changes: readonly JobChange[]): Promise<Map<JobChange, Identity | undefined>> {
  const jobs = [...new Set(changes.map((change) => change.job))];
  const told = await Promise.all(
    jobs.map(async (job) => {
      const own = changes.filter((change) => change.job === job);
      const identities = await identifyPeople(
        job,
        own.map((change) => change.person),
      );
      return own.map((change) => [change, identities.get(change.candidateId)] as const);
    }),
  );
  return new Map(told.flat());
}

async function tell(changes: readonly JobChange[]): Promise<PolicyTrialOutput['changes']> {
  const issuerIds = changes.flatMap(({ parts }) => parts.flatMap(({ issuerId }) => issuerId ?? []));
  const [issuers, identities] = await Promise.all([
    listIssuerNames([...new Set(issuerIds)]),
    identifyTold(changes),
  ]);
  const names = new Map(issuers.map(({ id, name }) => [id, name]));
  return changes.map((change) => {
    const { job, candidateId, before, after, parts } = change;
    const { name, mask } = identities.get(change) ?? { name: '', mask: noMask };
    return {
      ...{ jobId: job.id, jobTitle: job.title, candidateId, name },
      before: presentPlace(before),
      after: presentPlace(after),
      why: parts.map((part) => presentPart(job, part, names, mask)),
    };
  });
}

/**
 * Says who would move in today's open jobs if this policy were in force, and why; nothing is saved. It reads and counts
 * as the ranking does, so that applying the policy gives the ranks that were said.
 */
export async function tryPolicy(scope: OrgScope, policy: TrustPolicy, now: Date): Promise<PolicyTrialOutput> {
  // The newest 50; whether there are more is said.
  const [active, { items: jobs, nextCursor }] = await Promise.all([
    getActivePolicy(scope.organizationId),
    listJobs(scope, { status: 'published' }),
  ]);
  const people = new Set<string>();
  const changes: JobChange[] = [];
  for (const { id } of jobs) {
    const tried = await tryOnJob(scope, await getJob(scope, id), [active.policy, policy], now);
    for (const id of tried.people) people.add(id);
    changes.push(...tried.changes);
  }
  const told = [...changes].sort(compareChanges).slice(0, mostTold);
  return {
    version: active.version,
    jobs: jobs.length,
    moreJobs: nextCursor !== null,
    people: people.size,
    lose: countPeople(changes, hasLost),
    gain: countPeople(changes, hasWon),
    up: countPeople(changes, isBetter),
    leaveFirst: countPeople(changes, joins('second')),
    joinFirst: countPeople(changes, joins('first')),
    total: changes.length,
    changes: await tell(told),
  };
}
