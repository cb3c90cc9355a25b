import { passesGate } from '#server/jobs/core/queue-gate.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { getActivePolicy } from '#server/organizations/index.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { type Coverage, computeCoverage } from './core/coverage.ts';
import type { Evidence } from './core/evidence.ts';
import type { Hit } from './core/hits.ts';
import { type RankedCandidate, rankCandidates } from './core/rank.ts';
import { openRanking, type RankingFilter } from './core/ranking-filter.ts';
import { askedSkillKeys, groupByOwner, toRequirements } from './count-coverage.ts';
import { type JudgedPerson, makeJudge } from './judge-people.ts';
import { listFindableEvidence, listGrantedEvidence, type OwnedEvidence } from './store/evidence.ts';
import { type Applicant, listApplicants, listFindable } from './store/people.ts';
import { inFull, weighRows } from './weigh-evidence.ts';

/** Somebody in the field of a job: their rank, and what the filters say. The coverage has totals only. */
export interface FieldEntry extends RankedCandidate {
  applicant: Applicant | null;
  passes: boolean;
  /** Keys of the filters each of which alone keeps them out of the list. */
  keptOutBy: string[];
  /** Where the words of a search were found. */
  hits: Hit[];
}

/** Everybody an employer may see for a job, ranked. Filters hide, they never change a rank. */
export interface Field {
  /** The first queue, then the second, each by rank. */
  entries: FieldEntry[];
  /** Ids of the people behind each issuer of the evidence that was read. */
  issuers: Map<string, string[]>;
  /** The version of the employer's policy that evidence was weighed by. */
  policyVersion: number;
}

const batch = 1_000;

/** Somebody in the field of a job, before anything is counted. */
export interface Person {
  candidateId: string;
  applicant: Applicant | null;
}

/** Totals, and the queue that the job's gate puts somebody into. */
interface Standing {
  coverage: Coverage;
  mustsMet: boolean;
  queue: JudgedPerson['queue'];
}

type Measure = (evidence: readonly Evidence[]) => Standing;

/** The queue that the job's gate puts a coverage into, as long as it has its parts. */
export function queueOf(
  job: Pick<JobOutput, 'requirements' | 'queueGate'>,
): (of: Coverage) => JudgedPerson['queue'] {
  const musts = new Set(job.requirements.filter((line) => line.must).map((line) => line.id));
  return (coverage) => {
    if (coverage.kind === 'no-score') return null;
    const met = coverage.parts.filter((part) => part.status === 'met' && musts.has(part.requirementId));
    return passesGate(job.queueGate, { met: met.length, asked: musts.size }) ? 'first' : 'second';
  };
}

function measureFor(job: JobOutput, now: Date): Measure {
  const requirements = toRequirements(job.requirements);
  const queue = queueOf(job);
  return (evidence) => {
    const coverage = computeCoverage(requirements, evidence, now);
    if (coverage.kind === 'no-score') return { coverage, mustsMet: true, queue: null };
    // Without its parts it is small enough to hold for everybody.
    const totals = { ...coverage, parts: [] };
    return { coverage: totals, mustsMet: coverage.mustsMet, queue: queue(coverage) };
  };
}

const queueNumber = (queue: JudgedPerson['queue']) => (queue === 'second' ? 1 : 0);

/**
 * Reads everybody an employer may see for a job, in batches, and ranks them: applicants by what they disclosed with
 * their application, and people who let employers find them by all they have proven. Nothing but evidence is read
 * for the ranks; what filters ask beside is read when they ask.
 */
export async function scanField(
  scope: OrgScope,
  job: JobOutput,
  now: Date,
  filter: RankingFilter = openRanking,
): Promise<Field> {
  const asked = askedSkillKeys(job.requirements);
  const keys = asked.length > 0 ? [...asked, ...filter.skills.map((skill) => skill.skillKey)] : null;
  const measure = measureFor(job, now);
  const judge = makeJudge(scope, job, filter, now);
  const found = new Map<string, Person & Standing & Pick<FieldEntry, 'passes' | 'keptOutBy' | 'hits'>>();
  const issuers = new Map<string, string[]>();
  const { policy, version: policyVersion } = await getActivePolicy(scope.organizationId);
  const take: Take = async (people, rows) => {
    const [weigh = inFull] = await weighRows([policy], rows, now);
    const groups = groupByOwner(rows);
    const measured = people.map((person) => {
      const own = groups.get(person.candidateId) ?? [];
      for (const id of new Set(own.map((row) => row.issuerId ?? '')))
        if (!issuers.get(id)?.push(person.candidateId)) issuers.set(id, [person.candidateId]);
      const weighed = weigh(own);
      // What the employer's own policy does not count is no proof to filter by either.
      const counting = own.filter((_row, at) => (weighed[at]?.policy?.verdict ?? 'counts') === 'counts');
      return { ...person, rows: counting, ...measure(weighed) };
    });
    const judged = await judge(measured);
    for (const { rows: _read, ...person } of measured) {
      const judgement = judged.get(person.candidateId) ?? { passes: true, keptOutBy: [], hits: [] };
      found.set(person.candidateId, { ...person, ...judgement });
    }
  };
  await scanPeople(scope, job, keys, take);
  const entries = rankCandidates([...found.values()]).flatMap(({ rank, candidateId }): FieldEntry[] => {
    const entry = found.get(candidateId);
    if (!entry) return [];
    const { mustsMet: _known, ...rest } = entry;
    return [{ ...rest, rank }];
  });
  // Ranks go over both queues and do not know the gate; the sort keeps their order within each.
  return {
    entries: entries.sort((a, b) => queueNumber(a.queue) - queueNumber(b.queue)),
    issuers,
    policyVersion,
  };
}

/** What is done with a batch of people and all of their evidence. */
type Take = (people: readonly Person[], rows: readonly OwnedEvidence[]) => Promise<void>;

/** What of a job decides who is in its field. */
type FieldOf = Pick<JobOutput, 'id' | 'status' | 'requirements'>;

/** Hands over everybody whom an employer may see for a job with their evidence of `keys` (null = of all skills). */
export async function scanPeople(
  scope: OrgScope,
  job: FieldOf,
  keys: readonly number[] | null,
  take: Take,
): Promise<void> {
  const asked = askedSkillKeys(job.requirements);
  await scanApplicants(scope, job.id, keys, take);
  if (asked.length > 0 && job.status !== 'closed') await scanFindable(scope, job.id, asked, keys, take);
}

async function scanApplicants(scope: OrgScope, jobId: string, keys: readonly number[] | null, take: Take) {
  for (let after: string | null = null; ; ) {
    const people = await listApplicants(scope, jobId, after, batch);
    const ids = people.map((person) => person.candidateId);
    await take(
      people.map((applicant) => ({ candidateId: applicant.candidateId, applicant })),
      await listGrantedEvidence(scope, jobId, ids, keys),
    );
    after = ids.at(-1) ?? null;
    if (ids.length < batch) return;
  }
}

async function scanFindable(
  scope: OrgScope,
  jobId: string,
  asked: readonly number[],
  keys: readonly number[] | null,
  take: Take,
) {
  for (let after: string | null = null; ; ) {
    const ids = await listFindable(scope, jobId, asked, after, batch);
    const people = ids.map((candidateId) => ({ candidateId, applicant: null }));
    await take(people, await listFindableEvidence(scope, ids, keys));
    after = ids.at(-1) ?? null;
    if (ids.length < batch) return;
  }
}
