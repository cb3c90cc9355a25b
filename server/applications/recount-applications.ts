import { showTenths } from '#server/matching/core/explain.ts';
import { coverApplications } from '#server/matching/index.ts';
import type { CoverageOutput } from '#server/matching/schemas.ts';
import { enqueue } from '#server/platform/queue.ts';
import { type CandidateScope, candidateScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { asksAlike, type Counted, isCountedAnew, movesRank } from './core/counted.ts';
import {
  type CountCause,
  insertCount,
  listLastCounts,
  listLosses,
  listUncounted,
  lockCandidate,
  type StoredCount,
} from './store/coverage-changes.ts';
import type { OpenApplication } from './store/open-applications.ts';
import { rankInputsChanged } from './tasks.ts';
import { listOpenAsked } from './weigh-credentials.ts';

/** The credential whose evidence changed, with the check that decided and its code; nulls where it stands. */
export interface EvidenceCause {
  credentialId: string;
  check: string | null;
  code: string | null;
}

/** The policy that an organisation counts by since it was changed; nothing but its own applications is counted by it. */
export interface PolicyCause {
  organizationId: string;
  policyVersion: number;
}

/** A coverage as a counting is stored; null where the job asks for nothing. */
function toCounted(coverage: CoverageOutput): Counted | null {
  if (coverage.kind === 'no-score') return null;
  const { totalMicro, unknownMicro, mustsMet } = coverage;
  const parts = coverage.parts.map((part) => {
    const { requirementId, label, must, status, pointsTenths, unknownTenths, ofTenths, proof } = part;
    const rests = { credentialId: proof?.credentialId ?? null, proof: proof?.title ?? null };
    return { requirementId, label, must, status, pointsTenths, unknownTenths, ofTenths, ...rests };
  });
  return { totalMicro, unknownMicro, mustsMet, parts };
}

type Why = EvidenceCause | PolicyCause | null;

const isPolicy = (why: Why): why is PolicyCause => why !== null && 'policyVersion' in why;

const nothing = { credentialId: null, check: null, code: null, policyVersion: null };
const sent: CountCause = { ...nothing, cause: 'sent' };

function causeOf(before: StoredCount, after: Counted, why: Why): CountCause {
  const isSame = asksAlike(before, after);
  if (isPolicy(why))
    return isSame
      ? { ...nothing, cause: 'policy', policyVersion: why.policyVersion }
      : { ...nothing, cause: 'job' };
  return { ...nothing, ...why, cause: isSame && why !== null ? 'evidence' : 'job' };
}

async function recountOne(
  scope: CandidateScope,
  application: OpenApplication,
  before: StoredCount | undefined,
  after: Counted,
  why: Why,
  now: Date,
): Promise<void> {
  if (!before) {
    await insertCount(scope, application, { version: 1, at: now, ...sent, ...after });
    return;
  }
  if (!isCountedAnew(before, after)) return;
  const version = before.version + 1;
  await insertCount(scope, application, { version, at: now, ...causeOf(before, after, why), ...after });
  if (!movesRank(before, after)) return;
  const { jobId, organizationId } = application;
  await enqueue(rankInputsChanged, { organizationId, jobId }, { key: `rank-inputs:${jobId}` });
}

/**
 * Counts every open application of a candidate as its employer does, and appends a new version where something is
 * counted otherwise than last time (M4). Running it again appends nothing; an application that was never counted gets
 * its first version.
 */
export async function recountApplications(scope: CandidateScope, why: Why, now: Date): Promise<void> {
  await inTransaction(async () => {
    await lockCandidate(scope);
    const all = await listOpenAsked(scope, now);
    const open = isPolicy(why)
      ? all.filter(({ application }) => application.organizationId === why.organizationId)
      : all;
    if (open.length === 0) return;
    const asked = new Map(open.map(({ application, requirements }) => [application.id, requirements]));
    const [covered, last] = [
      await coverApplications(scope, asked, now),
      await listLastCounts(scope, [...asked.keys()]),
    ];
    for (const { application } of open) {
      const after = toCounted(covered.get(application.id) ?? { kind: 'no-score' });
      if (after) await recountOne(scope, application, last.get(application.id), after, why, now);
    }
  });
}

const atOnce = 200;
const mostRounds = 50;

/** Gives open applications that were never counted their first version. Ends when there are none left. */
export async function countUncounted(now: Date): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const ids = await listUncounted(atOnce);
    for (const id of ids) await recountApplications(candidateScope(id), null, now);
    if (ids.length < atOnce) return;
  }
}

/** What open applications lost by a credential, in tenths of a point, one number an application that lost any. */
export async function findLosses(scope: CandidateScope, credentialId: string, now: Date): Promise<number[]> {
  const open = await listOpenAsked(scope, now);
  const ids = open.map(({ application }) => application.id);
  return (await listLosses(scope, ids, credentialId)).map(showTenths);
}
