import type { RequirementOutput } from '#server/jobs/schemas.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { askedSkillKeys } from './count-coverage.ts';
import { presentCoverage } from './present-coverage.ts';
import type { CoverageOutput } from './schemas.ts';
import { listOwnEvidence, listProofSources, type OwnedEvidence } from './store/evidence.ts';

/** What several jobs ask, by job id. */
export type AskedByJob = ReadonlyMap<string, readonly RequirementOutput[]>;

/** The candidate's own coverage of several jobs by all their evidence, whether disclosed or not (C10). */
export async function getMyCoverages(
  scope: CandidateScope,
  jobs: AskedByJob,
  now: Date,
): Promise<Map<string, CoverageOutput>> {
  const keys = [...new Set([...jobs.values()].flatMap(askedSkillKeys))];
  const evidence = await listOwnEvidence(scope, keys);
  const sources = await listProofSources(evidence);
  return new Map([...jobs].map(([id, asked]) => [id, presentCoverage(asked, evidence, sources, now)]));
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
  requirements: readonly RequirementOutput[],
  credentialIds: readonly string[],
  now: Date,
): Promise<CoverageOutput> {
  const ticked = new Set(credentialIds);
  const evidence = (await getMyEvidence(scope, requirements)).filter((row) => ticked.has(row.credentialId));
  return presentCoverage(requirements, evidence, await listProofSources(evidence), now);
}
