import type { JobOutput } from '#server/jobs/schemas.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { askedSkillKeys } from './count-coverage.ts';
import { identifyPeople, notApplied } from './identify-people.ts';
import { type CoverageFacts, maskFacts, presentCoverages } from './present-coverage.ts';
import type { FieldEntry } from './scan-field.ts';
import type { ExplainedRow } from './schemas.ts';
import { listFindableEvidence, listGrantedEvidence } from './store/evidence.ts';
import { weighForOrg } from './weigh-evidence.ts';

/** Coverages with their parts and proofs, of applicants and of people found by their visibility. */
export async function coverPeople(
  scope: OrgScope,
  job: JobOutput,
  people: readonly { candidateId: string; applied: boolean }[],
  now: Date,
): Promise<Map<string, CoverageFacts>> {
  const keys = askedSkillKeys(job.requirements);
  const applied = people.filter((person) => person.applied).map((person) => person.candidateId);
  const found = people.filter((person) => !person.applied).map((person) => person.candidateId);
  const [granted, open] = await Promise.all([
    listGrantedEvidence(scope, job.id, applied, keys),
    listFindableEvidence(scope, found, keys),
  ]);
  const evidence = [...granted, ...open];
  const weigh = await weighForOrg(scope, evidence, now);
  return presentCoverages(job.requirements, [...applied, ...found], evidence, weigh, now);
}

const nothingCovered: CoverageFacts = { coverage: { kind: 'no-score' }, bestTier: null, issuers: [] };

/** Rows for entries of the field. */
export async function presentEntries(
  scope: OrgScope,
  job: JobOutput,
  entries: readonly FieldEntry[],
  now: Date,
): Promise<ExplainedRow[]> {
  const people = entries.map((entry) => ({
    candidateId: entry.candidateId,
    applied: entry.applicant !== null,
  }));
  const [covered, identities] = await Promise.all([
    coverPeople(scope, job, people, now),
    identifyPeople(
      job,
      entries.map(({ candidateId, applicant }) => ({ ...(applicant ?? notApplied), candidateId })),
    ),
  ]);
  return entries.map(({ candidateId, applicant, rank, queue, hits }) => ({
    candidateId,
    name: identities.get(candidateId)?.name ?? '',
    nameHidden: identities.get(candidateId)?.hidden ?? true,
    rank,
    queue,
    stage: applicant?.stage ?? null,
    version: applicant?.version ?? null,
    appliedAt: applicant?.appliedAt ?? null,
    hits,
    ...maskFacts(covered.get(candidateId) ?? nothingCovered, identities.get(candidateId)),
  }));
}
