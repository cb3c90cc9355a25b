import type { RequirementOutput } from '#server/jobs/schemas.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { askedSkillKeys } from './count-coverage.ts';
import { presentCoverage } from './present-coverage.ts';
import type { CoverageOutput } from './schemas.ts';
import { listOwnEvidence, listProofSources, type OwnedEvidence } from './store/evidence.ts';
import { inFull, weighForJobs } from './weigh-evidence.ts';

/** What several jobs ask, by job id. */
export type AskedByJob = ReadonlyMap<string, readonly RequirementOutput[]>;

/**
 * The candidate's own coverage of several jobs by all their evidence, whether disclosed or not (C10), each counted by
 * the trust policy of the job's employer, as the employer's own ranking is.
 */
export async function getMyCoverages(
  scope: CandidateScope,
  jobs: AskedByJob,
  now: Date,
): Promise<Map<string, CoverageOutput>> {
  const keys = [...new Set([...jobs.values()].flatMap(askedSkillKeys))];
  const evidence = await listOwnEvidence(scope, keys);
  const [sources, weighs] = await Promise.all([
    listProofSources(evidence),
    weighForJobs([...jobs.keys()], evidence, now),
  ]);
  return new Map(
    [...jobs].map(([id, asked]) => {
      const weighed = (weighs.get(id) ?? inFull)(evidence);
      return [id, presentCoverage(asked, weighed, sources, now)];
    }),
  );
}

/** The candidate's own evidence for what a job asks. */
export function getMyEvidence(
  scope: CandidateScope,
  requirements: readonly RequirementOutput[],
): Promise<OwnedEvidence[]> {
  return listOwnEvidence(scope, askedSkillKeys(requirements));
}

/** The candidate's coverage if only some of their credentials were disclosed: what the employer would see. */
export async function previewCoverage(
  scope: CandidateScope,
  job: { id: string; requirements: readonly RequirementOutput[] },
  credentialIds: readonly string[],
  now: Date,
): Promise<CoverageOutput> {
  const { id, requirements } = job;
  const ticked = new Set(credentialIds);
  const evidence = (await getMyEvidence(scope, requirements)).filter((row) => ticked.has(row.credentialId));
  const [sources, weighs] = await Promise.all([
    listProofSources(evidence),
    weighForJobs([id], evidence, now),
  ]);
  return presentCoverage(requirements, (weighs.get(id) ?? inFull)(evidence), sources, now);
}
