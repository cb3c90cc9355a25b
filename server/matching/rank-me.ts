import { passesGate, type QueueGate } from '#server/jobs/core/queue-gate.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { type Coverage, computeCoverage } from './core/coverage.ts';
import type { NamedRequirement } from './core/explain.ts';
import { compareStanding } from './core/rank.ts';
import { askedSkillKeys, groupByOwner, toRequirements } from './count-coverage.ts';
import type { MyRankOutput } from './schemas.ts';
import { listOwnEvidence, type OwnedEvidence } from './store/evidence.ts';
import {
  type FieldPerson,
  listNotFound,
  listOtherApplicants,
  listOthersFindable,
  listTheirDisclosed,
  listTheirEvidence,
} from './store/fields.ts';
import type { RulesByJob } from './survey-jobs.ts';
import { inFull, type Weigh, weighForJobs } from './weigh-evidence.ts';

const batch = 1_000;
/** Below so many people a place would say too much about the others. */
const fewPeople = 5;

/** One job while its people are counted: how many there are, and how many stand above. */
interface Count {
  id: string;
  requirements: NamedRequirement[];
  gate: QueueGate;
  asked: ReadonlySet<number>;
  mine: Coverage;
  people: number;
  above: number;
}

/**
 * Where all the candidate's evidence would stand today among the people whom each job's employer sees: others' disclosed
 * credentials, and what people who let employers find them have proven. Order and trust policy are the employer's own. Counts in
 * batches, for all jobs at once; a field of more than `mostPeople` is not counted.
 */
export async function rankMe(
  scope: CandidateScope,
  jobs: RulesByJob,
  now: Date,
  mostPeople: number,
): Promise<Map<string, MyRankOutput>> {
  const evidence = await listOwnEvidence(scope, [
    ...new Set([...jobs.values()].flatMap((job) => askedSkillKeys(job.requirements))),
  ]);
  const weighs = await weighForJobs([...jobs.keys()], evidence, now);
  const counts = [...jobs].map(([id, job]): Count => {
    const requirements = toRequirements(job.requirements);
    const mine = computeCoverage(requirements, (weighs.get(id) ?? inFull)(evidence), now);
    const asked = new Set(askedSkillKeys(job.requirements));
    return { id, requirements, gate: job.queueGate, asked, mine, people: 0, above: 0 };
  });
  const scored = counts.filter((count) => count.mine.kind === 'score');
  const counted =
    (await countApplicants(scope, scored, now, mostPeople)) &&
    (await countFindable(scope, scored, now, mostPeople));
  return new Map(counts.map((count) => [count.id, placeOf(count, counted)]));
}

function placeOf({ mine, requirements, gate, people, above }: Count, counted: boolean): MyRankOutput {
  if (mine.kind === 'no-score' || !counted) return { kind: 'uncounted' };
  if (people + 1 < fewPeople) return { kind: 'few' };
  const musts = new Set(requirements.filter((line) => line.must).map((line) => line.id));
  const met = mine.parts.filter((part) => part.status === 'met' && musts.has(part.requirementId)).length;
  return {
    kind: 'ranked',
    rank: above + 1,
    ranked: people + 1,
    queue: passesGate(gate, { met, asked: musts.size }) ? 'first' : 'second',
  };
}

function take(count: Count, rows: readonly OwnedEvidence[], weigh: Weigh | undefined, now: Date): void {
  const own = rows.filter((row) => count.asked.has(row.skillKey));
  count.people += 1;
  if (compareStanding(computeCoverage(count.requirements, (weigh ?? inFull)(own), now), count.mine) < 0)
    count.above += 1;
}

const keysOf = (counts: readonly Count[]) => [...new Set(counts.flatMap((count) => [...count.asked]))];
const pairOf = ({ jobId, candidateId }: FieldPerson) => `${jobId} ${candidateId}`;

async function countApplicants(
  scope: CandidateScope,
  counts: readonly Count[],
  now: Date,
  mostPeople: number,
): Promise<boolean> {
  const ids = counts.map((count) => count.id);
  const byId = new Map(counts.map((count) => [count.id, count]));
  let after: string | null = null;
  for (let seen = 0; seen < mostPeople; seen += batch) {
    const people: FieldPerson[] = await listOtherApplicants(scope, ids, after, batch);
    const candidateIds = [...new Set(people.map((person) => person.candidateId))];
    const rows = await listTheirDisclosed(ids, candidateIds, keysOf(counts));
    const weighs = await weighForJobs(ids, rows, now);
    const groups = new Map<string, OwnedEvidence[]>();
    for (const row of rows) groups.set(pairOf(row), [...(groups.get(pairOf(row)) ?? []), row]);
    for (const person of people) {
      const count = byId.get(person.jobId);
      if (count) take(count, groups.get(pairOf(person)) ?? [], weighs.get(count.id), now);
    }
    if (candidateIds.length < batch) return true;
    after = candidateIds.at(-1) ?? null;
  }
  return false;
}

async function countFindable(
  scope: CandidateScope,
  counts: readonly Count[],
  now: Date,
  mostPeople: number,
): Promise<boolean> {
  const ids = counts.map((count) => count.id);
  const keys = keysOf(counts);
  let after: string | null = null;
  for (let seen = 0; seen < mostPeople; seen += batch) {
    const candidateIds: string[] = await listOthersFindable(scope, keys, after, batch);
    const [rows, notFound] = await Promise.all([
      listTheirEvidence(candidateIds, keys),
      listNotFound(ids, candidateIds),
    ]);
    const weighs = await weighForJobs(ids, rows, now);
    const apart = new Set(notFound.map(pairOf));
    for (const [candidateId, own] of groupByOwner(rows)) {
      for (const count of counts) {
        const isFound = own.some((row) => count.asked.has(row.skillKey));
        if (isFound && !apart.has(pairOf({ jobId: count.id, candidateId })))
          take(count, own, weighs.get(count.id), now);
      }
    }
    if (candidateIds.length < batch) return true;
    after = candidateIds.at(-1) ?? null;
  }
  return false;
}
