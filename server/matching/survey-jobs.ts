import type { PublicJobRowOutput, RequirementOutput } from '#server/jobs/schemas.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { computeCoverage } from './core/coverage.ts';
import { countOpenings, countWaiting, type Opening } from './core/openings.ts';
import { askedSkillKeys, toRequirements } from './count-coverage.ts';
import { listOwnEvidence, listOwnSkillKeys, listProofSources, type ProofSource } from './store/evidence.ts';
import { inFull, weighForJobs } from './weigh-evidence.ts';

const mostOpenings = 3;

/** What several jobs ask, and who enters their first queue, by job id. */
export type RulesByJob = ReadonlyMap<string, Pick<PublicJobRowOutput, 'requirements' | 'queueGate'>>;

const keysOf = (jobs: RulesByJob) => [
  ...new Set([...jobs.values()].flatMap((job) => askedSkillKeys(job.requirements))),
];

/** How the candidate stands in many jobs at once. */
export interface Survey {
  /** Exact points by job; null where the job has no score. */
  points: Map<string, { totalMicro: number; unknownMicro: number } | null>;
  /** Skills whose proof would raise most of these coverages. */
  openings: (Opening & { label: string })[];
  /** Credentials nobody could check lately, and how many of these jobs wait for them; most first. */
  waiting: { source: ProofSource; jobs: number }[];
}

/** Keys of the skills that the candidate has evidence of. */
export function getMySkillKeys(scope: CandidateScope): Promise<number[]> {
  return listOwnSkillKeys(scope);
}

function labelsOf(jobs: RulesByJob): Map<number, string> {
  const lines: RequirementOutput[] = [...jobs.values()].flatMap((job) => job.requirements);
  return new Map(lines.flatMap((line) => line.skills.map((skill) => [skill.skillKey, skill.label] as const)));
}

/** Counts the candidate's coverage of many jobs, what waits, and what would open most: the same few queries for any number of jobs. */
export async function surveyJobs(scope: CandidateScope, jobs: RulesByJob, now: Date): Promise<Survey> {
  const rows = await listOwnEvidence(scope, keysOf(jobs));
  const weighs = await weighForJobs([...jobs.keys()], rows, now);
  const covered = [...jobs].map(([id, job]) => {
    const requirements = toRequirements(job.requirements);
    return {
      id,
      requirements,
      gate: job.queueGate,
      coverage: computeCoverage(requirements, (weighs.get(id) ?? inFull)(rows), now),
    };
  });
  const waiting = countWaiting(covered);
  const sources = await listProofSources(rows.filter((row) => waiting.has(row.credentialId)));
  const labels = labelsOf(jobs);
  return {
    points: new Map(
      covered.map(({ id, coverage }) => [
        id,
        coverage.kind === 'score'
          ? { totalMicro: coverage.totalMicro, unknownMicro: coverage.unknownMicro }
          : null,
      ]),
    ),
    openings: countOpenings(covered, mostOpenings).map((opening) => ({
      ...opening,
      label: labels.get(opening.skillKey) ?? '',
    })),
    waiting: [...sources.values()]
      .map((source) => ({ source, jobs: waiting.get(source.credentialId) ?? 0 }))
      .sort((a, b) => b.jobs - a.jobs || (a.source.credentialId < b.source.credentialId ? -1 : 1)),
  };
}

/** In how many of these jobs the candidate's coverage is higher with a credential than without it. */
export async function countGaining(
  scope: CandidateScope,
  credentialId: string,
  jobs: RulesByJob,
  now: Date,
): Promise<number> {
  const rows = await listOwnEvidence(scope, keysOf(jobs));
  const without = rows.filter((each) => each.credentialId !== credentialId);
  const weighs = await weighForJobs([...jobs.keys()], rows, now);
  return [...jobs].filter(([id, job]) => {
    const weigh = weighs.get(id) ?? inFull;
    const requirements = toRequirements(job.requirements);
    const [all, rest] = [rows, without].map((own) => computeCoverage(requirements, weigh(own), now));
    return all?.kind === 'score' && rest?.kind === 'score' && all.totalMicro > rest.totalMicro;
  }).length;
}
