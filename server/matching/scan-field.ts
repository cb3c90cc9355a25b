import type { JobOutput } from '#server/jobs/schemas.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { Coverage } from './core/coverage.ts';
import { type EvidenceFilter, passesFilter } from './core/filter.ts';
import { type RankedCandidate, rankCandidates } from './core/rank.ts';
import { askedSkillKeys, countTotals, groupByOwner, toEvidence, toRequirements } from './count-coverage.ts';
import type { RankingFilter } from './schemas.ts';
import { listFindableEvidence, listGrantedEvidence, type OwnedEvidence } from './store/evidence.ts';
import { type Applicant, listApplicants, listFindable } from './store/people.ts';

/** Somebody in the field of a job: their rank, and which filters they fail. The coverage has totals only. */
export interface FieldEntry extends RankedCandidate {
  applicant: Applicant | null;
  /** Keys of the filters that are not passed: `skill:<key>`, `evidence`, `stage`. */
  fails: string[];
}

/** Everybody an employer may see for a job, ranked. Filters hide, they never change a rank. */
export interface Field {
  entries: FieldEntry[];
  /** People by issuer of the evidence that was read. */
  issuers: Map<string, number>;
}

const batch = 1_000;
const openRanking: RankingFilter = { skills: [], minTier: null, issuerIds: [], stages: [] };

type Tests = (evidence: readonly OwnedEvidence[], stage: string | null) => string[];

/** One question for each filter shown, so that each can say what dropping it would bring. */
function testsOf(filter: RankingFilter, now: Date): Tests {
  const common = { minTier: (filter.minTier ?? 0) as EvidenceFilter['minTier'], issuerIds: filter.issuerIds };
  const asked: [string, EvidenceFilter][] = filter.skills.map(({ skillKey, minLevel }) => [
    `skill:${skillKey}`,
    { ...common, skillKeys: [skillKey], minLevel: minLevel as EvidenceFilter['minLevel'] },
  ]);
  if (filter.skills.length === 0) asked.push(['evidence', { ...common, skillKeys: [], minLevel: null }]);
  return (rows, stage) => {
    const evidence = toEvidence(rows);
    const fails = asked.filter(([, each]) => !passesFilter(evidence, each, now)).map(([key]) => key);
    if (filter.stages.length > 0 && !filter.stages.includes(stage ?? 'none')) fails.push('stage');
    return fails;
  };
}

interface Person {
  candidateId: string;
  applicant: Applicant | null;
}

/**
 * Reads everybody an employer may see for a job, in batches, and ranks them: applicants by what they disclosed with
 * their application, and people who let employers find them by all they have proven. Nothing but evidence is read.
 */
export async function scanField(
  scope: OrgScope,
  job: JobOutput,
  now: Date,
  filter: RankingFilter = openRanking,
): Promise<Field> {
  const asked = askedSkillKeys(job.requirements);
  const keys = asked.length > 0 ? [...asked, ...filter.skills.map((skill) => skill.skillKey)] : null;
  const requirements = toRequirements(job.requirements);
  const test = testsOf(filter, now);
  const found: (Person & { coverage: Coverage; fails: string[] })[] = [];
  const issuers = new Map<string, number>();
  const take = (people: readonly Person[], rows: readonly OwnedEvidence[]) => {
    const groups = groupByOwner(rows);
    for (const person of people) {
      const own = groups.get(person.candidateId) ?? [];
      const coverage = countTotals(requirements, toEvidence(own), now);
      found.push({ ...person, coverage, fails: test(own, person.applicant?.stage ?? null) });
      for (const id of new Set(own.map((row) => row.issuerId ?? '')))
        issuers.set(id, (issuers.get(id) ?? 0) + 1);
    }
  };
  await scanApplicants(scope, job.id, keys, take);
  if (asked.length > 0 && job.status !== 'closed') await scanFindable(scope, job.id, asked, keys, take);
  const details = new Map(found.map((entry) => [entry.candidateId, entry]));
  const entries = rankCandidates(found).map((ranked) => {
    const { applicant = null, fails = [] } = details.get(ranked.candidateId) ?? {};
    return { ...ranked, applicant, fails };
  });
  return { entries, issuers };
}

type Take = (people: readonly Person[], rows: readonly OwnedEvidence[]) => void;

async function scanApplicants(scope: OrgScope, jobId: string, keys: readonly number[] | null, take: Take) {
  for (let after: string | null = null; ; ) {
    const people = await listApplicants(scope, jobId, after, batch);
    const ids = people.map((person) => person.candidateId);
    take(
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
    take(people, await listFindableEvidence(scope, ids, keys));
    after = ids.at(-1) ?? null;
    if (ids.length < batch) return;
  }
}
