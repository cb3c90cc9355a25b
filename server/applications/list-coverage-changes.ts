import { getJob } from '#server/jobs/index.ts';
import { showTenths } from '#server/matching/core/explain.ts';
import { identifyPeople } from '#server/matching/index.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { listPartChanges } from './core/counted.ts';
import { getForEmployer } from './get-for-employer.ts';
import type { CoverageChangeOutput } from './schemas.ts';
import { listCounts, type StoredCount } from './store/coverage-changes.ts';

const most = 20;

function present(
  before: StoredCount,
  after: StoredCount,
  mask: (text: string) => string,
): CoverageChangeOutput {
  const parts = listPartChanges(before, after).map((change) => ({
    label: change.after.label,
    must: change.after.must,
    from: { status: change.before.status, pointsTenths: change.before.pointsTenths },
    to: { status: change.after.status, pointsTenths: change.after.pointsTenths },
  }));
  const { version, at, cause, check, code, policyVersion, credentialId } = after;
  const title = [...before.parts, ...after.parts].find((part) => part.credentialId === credentialId)?.proof;
  return {
    ...{ version, at, check, code, policyVersion, parts },
    cause: cause === 'sent' ? 'evidence' : cause,
    credential: credentialId && title ? { id: credentialId, title: mask(title) } : null,
    beforeTenths: showTenths(before.totalMicro),
    afterTenths: showTenths(after.totalMicro),
    mustsMet: after.mustsMet,
  };
}

/**
 * What changed in an application since it was sent, latest first, at most twenty changes; nothing once the job is
 * closed. Errors: `job.unknown`, `application.unknown`, `application.withdrawn`.
 */
export async function listCoverageChanges(
  scope: OrgScope,
  { jobId, candidateId }: { jobId: string; candidateId: string },
): Promise<CoverageChangeOutput[]> {
  const job = await getJob(scope, jobId);
  const application = await getForEmployer(scope, jobId, candidateId);
  if (job.status === 'closed') return [];
  const { displayName: name, stage, alias, revealedAt } = application;
  const who = [{ candidateId, name, stage, alias, revealedAt }];
  const [counts, people] = await Promise.all([
    listCounts(candidateId, application.id, most + 1),
    identifyPeople(job, who),
  ]);
  // A title may name its holder, whom the employer may not know yet.
  const mask = people.get(candidateId)?.mask ?? ((text: string) => text);
  return counts.slice(0, -1).flatMap((after, at) => {
    const before = counts[at + 1];
    return before ? [present(before, after, mask)] : [];
  });
}
