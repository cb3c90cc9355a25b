import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { predictChange } from './core/counterfactual.ts';
import { showTenths } from './core/explain.ts';
import { askedSkillKeys, toRequirements } from './count-coverage.ts';
import { getRankedJob } from './get-ranked-job.ts';
import { presentEntries } from './rank-candidates.ts';
import { type FieldEntry, scanField } from './scan-field.ts';
import type { ExplanationOutput } from './schemas.ts';
import { countGrants, listFindableEvidence, listGrantedEvidence } from './store/evidence.ts';
import { hasWithdrawn } from './store/people.ts';
import { weighForOrg } from './weigh-evidence.ts';

/** Refuses to say anything about somebody who withdrew. Errors: `application.withdrawn`. */
export async function refuseWithdrawn(scope: OrgScope, jobId: string, candidateId: string): Promise<void> {
  if (!(await hasWithdrawn(scope, jobId, candidateId))) return;
  throw new AppError(
    'application.withdrawn',
    'gone',
    'This candidate withdrew. What they had disclosed is gone.',
    'Notes of your team stay in the audit log.',
  );
}

/**
 * Why somebody stands where they stand: each requirement, the credential behind it, and what would change if what
 * is unknown turned out to stand. Errors: `job.unknown`, `job.closed`, `application.withdrawn`,
 * `ranking.person_unknown` (also for people this employer may not see).
 */
export async function explainCandidate(
  scope: OrgScope,
  { jobId, candidateId }: { jobId: string; candidateId: string },
  now: Date,
): Promise<ExplanationOutput> {
  const job = await getRankedJob(scope, jobId);
  const { entries } = await scanField(scope, job, now);
  const entry = entries.find((each) => each.candidateId === candidateId);
  if (!entry) {
    await refuseWithdrawn(scope, jobId, candidateId);
    throw new AppError(
      'ranking.person_unknown',
      'not-found',
      'Nobody of this name is in the ranking of this job.',
    );
  }
  const [row] = await presentEntries(scope, job, [entry], now);
  if (!row)
    throw new AppError(
      'ranking.person_unknown',
      'not-found',
      'Nobody of this name is in the ranking of this job.',
    );
  const read = entry.applicant
    ? listGrantedEvidence(scope, jobId, [candidateId], askedSkillKeys(job.requirements))
    : listFindableEvidence(scope, [candidateId], askedSkillKeys(job.requirements));
  const [evidence, disclosed] = await Promise.all([
    read,
    entry.applicant ? countGrants(candidateId, entry.applicant.applicationId) : null,
  ]);
  const whatIf = {
    candidateId,
    requirements: toRequirements(job.requirements),
    evidence: (await weighForOrg(scope, evidence, now))(evidence),
    field: entries,
    now,
  };
  return { ...row, ranked: entries.length, disclosed, ifKnown: hasUnknown(entry) ? predict(whatIf) : null };
}

function hasUnknown({ coverage }: FieldEntry): boolean {
  return coverage.kind === 'score' && coverage.unknownMicro > 0;
}

function predict(whatIf: Parameters<typeof predictChange>[0]): ExplanationOutput['ifKnown'] {
  const { coverage, rank } = predictChange(whatIf, { standing: 'all', added: [] });
  return coverage.kind === 'score' ? { totalTenths: showTenths(coverage.totalMicro), rank } : null;
}
