import { findCandidate } from '#server/candidates/index.ts';
import { getWallet } from '#server/credentials/index.ts';
import { getPublishedJob } from '#server/jobs/index.ts';
import { getMyCoverages, getMyEvidence, previewCoverage } from '#server/matching/index.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { Stage } from './core/pipeline.ts';
import { proposeDisclosure } from './core/proposal.ts';
import type { PreviewOutput } from './schemas.ts';
import { findOwnByJob } from './store/applications.ts';

/**
 * What an employer would see of an application with these credentials; without ids, with those that cover what
 * the job asks, and with the one that the person came from. Ids that are not the candidate's are not ticked. Errors: `job.unknown`, `job.closed`.
 */
export async function previewApplication(
  scope: CandidateScope,
  input: { jobId: string; credentialIds?: string[] | undefined; also?: string | undefined },
  now: Date,
): Promise<PreviewOutput> {
  const job = await getPublishedJob(input.jobId, now);
  const { requirements } = job;
  const [candidate, existing, wallet, evidence] = await Promise.all([
    findCandidate(scope),
    findOwnByJob(scope, job.id),
    getWallet(scope),
    getMyEvidence(scope, requirements),
  ]);
  const asked = new Set(requirements.flatMap((line) => line.skills.map((skill) => skill.skillKey)));
  const proposed = proposeDisclosure(evidence, asked);
  const own = [...wallet.counting, ...wallet.others].some((credential) => credential.id === input.also);
  const first = input.also !== undefined && own ? [...new Set([...proposed, input.also])] : proposed;
  const ticked = input.credentialIds ?? first;
  const covers = (id: string) => {
    const keys = new Set(evidence.filter((row) => row.credentialId === id).map((row) => row.skillKey));
    return requirements
      .filter((line) => line.skills.some((skill) => keys.has(skill.skillKey)))
      .map((line) => line.label);
  };
  const [coverage, everything] = await Promise.all([
    previewCoverage(scope, job, ticked, now),
    getMyCoverages(scope, new Map([[job.id, requirements]]), now),
  ]);
  return {
    job,
    existing: existing && { id: existing.id, stage: existing.stage as Stage },
    displayName: candidate?.displayName ?? '',
    phone: candidate?.phone ?? null,
    availableFrom: candidate?.availability ?? null,
    credentials: [...wallet.counting, ...wallet.others].map((credential) => ({
      ...credential,
      ticked: ticked.includes(credential.id),
      proposed: proposed.includes(credential.id),
      covers: covers(credential.id),
    })),
    coverage,
    everything: everything.get(job.id) ?? { kind: 'no-score' },
  };
}
