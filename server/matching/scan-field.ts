import { passesGate } from '#server/jobs/core/queue-gate.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { type Coverage, computeCoverage } from './core/coverage.ts';
import type { Hit } from './core/hits.ts';
import { type RankedCandidate, rankCandidates } from './core/rank.ts';
import { openRanking, type RankingFilter } from './core/ranking-filter.ts';
import { askedSkillKeys, groupByOwner, toEvidence, toRequirements } from './count-coverage.ts';
import { type JudgedPerson, makeJudge } from './judge-people.ts';
import { listFindableEvidence, listGrantedEvidence, type OwnedEvidence } from './store/evidence.ts';
import { type Applicant, listApplicants, listFindable } from './store/people.ts';

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
  /** People by issuer of the evidence that was read. */
  issuers: Map<string, number>;
}

const batch = 1_000;

interface Person {
  candidateId: string;
  applicant: Applicant | null;
}

/** Totals, and the queue that the job's gate puts somebody into. */
interface Standing {
  coverage: Coverage;
  mustsMet: boolean;
  queue: JudgedPerson['queue'];
}

type Measure = (rows: readonly OwnedEvidence[]) => Standing;

function measureFor(job: JobOutput, now: Date): Measure {
  const requirements = toRequirements(job.requirements);
  const musts = new Set(requirements.filter((line) => line.must).map((line) => line.id));
  return (rows) => {
    const coverage = computeCoverage(requirements, toEvidence(rows), now);
    if (coverage.kind === 'no-score') return { coverage, mustsMet: true, queue: null };
    const met = coverage.parts.filter((part) => part.status === 'met' && musts.has(part.requirementId));
    const enters = passesGate(job.queueGate, { met: met.length, asked: musts.size });
    // Without its parts it is small enough to hold for everybody.
    const totals = { ...coverage, parts: [] };
    return { coverage: totals, mustsMet: coverage.mustsMet, queue: enters ? 'first' : 'second' };
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
  const issuers = new Map<string, number>();
  const take = async (people: readonly Person[], rows: readonly OwnedEvidence[]) => {
    const groups = groupByOwner(rows);
    const measured = people.map((person) => {
      const own = groups.get(person.candidateId) ?? [];
      for (const id of new Set(own.map((row) => row.issuerId ?? '')))
        issuers.set(id, (issuers.get(id) ?? 0) + 1);
      return { ...person, rows: own, ...measure(own) };
    });
    const judged = await judge(measured);
    for (const { rows: _read, ...person } of measured) {
      const judgement = judged.get(person.candidateId) ?? { passes: true, keptOutBy: [], hits: [] };
      found.set(person.candidateId, { ...person, ...judgement });
    }
  };
  await scanApplicants(scope, job.id, keys, take);
  if (asked.length > 0 && job.status !== 'closed') await scanFindable(scope, job.id, asked, keys, take);
  const entries = rankCandidates([...found.values()]).flatMap(({ rank, candidateId }): FieldEntry[] => {
    const entry = found.get(candidateId);
    if (!entry) return [];
    const { mustsMet: _known, ...rest } = entry;
    return [{ ...rest, rank }];
  });
  // Ranks go over both queues and do not know the gate; the sort keeps their order within each.
  return { entries: entries.sort((a, b) => queueNumber(a.queue) - queueNumber(b.queue)), issuers };
}

type Take = (people: readonly Person[], rows: readonly OwnedEvidence[]) => Promise<void>;

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
