import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { coverPeople, scanField } from '#server/matching/index.ts';
import type { CoverageOutput } from '#server/matching/schemas.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import {
  type DeclineFacts,
  type DeclineReason,
  declineReasons,
  isTrueReason,
} from './core/decline-reasons.ts';
import { nextNotice } from './core/notice.ts';
import { mayDecline, type Stage } from './core/pipeline.ts';
import { auditStage, changedMeanwhile, getForEmployer } from './move-stage.ts';
import type { DeclineOptionsOutput, declinedOutput, declineInput, Receipt } from './schemas.ts';
import { countStages, writeStage } from './store/applications.ts';
import { insertStageChanges } from './store/stage-changes.ts';

interface Standing {
  facts: DeclineFacts;
  coverage: CoverageOutput | null;
}

/** What is true of somebody today: the ground on which reasons are offered and refused. */
async function measure(scope: OrgScope, job: JobOutput, candidateId: string, now: Date): Promise<Standing> {
  const stages = await countStages(scope, job.id);
  const someoneChosen = (stages.get('offer') ?? 0) + (stages.get('hired') ?? 0) > 0;
  const jobClosed = job.status === 'closed';
  const nothing = { facts: { mustsMet: null, above: null, jobClosed, someoneChosen }, coverage: null };
  if (jobClosed) return nothing;
  const [{ entries }, covered] = await Promise.all([
    scanField(scope, job, now),
    coverPeople(scope, job, [{ candidateId, applied: true }], now),
  ]);
  const coverage = covered.get(candidateId)?.coverage ?? null;
  if (coverage?.kind !== 'score') return nothing;
  const rank = entries.find((entry) => entry.candidateId === candidateId)?.rank ?? null;
  // Only people of this job count as "others": who was merely found has not asked for it.
  const ahead = entries.filter((entry) => entry.applicant && rank !== null && (entry.rank ?? rank) < rank);
  const rivals = ahead.filter((entry) => entry.applicant?.stage !== 'declined');
  const { mustsMet, musts } = coverage;
  const facts = {
    mustsMet: musts.asked === 0 ? true : mustsMet,
    above: rivals.length,
    jobClosed,
    someoneChosen,
  };
  return { facts, coverage };
}

/**
 * Which reasons are the case for somebody, for the dialog that declines. Errors: `job.unknown`,
 * `application.unknown`, `application.withdrawn`.
 */
export async function getDeclineOptions(
  scope: OrgScope,
  { jobId, candidateId }: { jobId: string; candidateId: string },
  now: Date,
): Promise<DeclineOptionsOutput> {
  const job = await getJob(scope, jobId);
  await getForEmployer(scope, jobId, candidateId);
  const { facts, coverage } = await measure(scope, job, candidateId, now);
  const score = coverage?.kind === 'score' ? coverage : null;
  return {
    reasons: declineReasons.map((reason) => ({ reason, isTrue: isTrueReason(reason, facts) })),
    musts: score?.musts ?? null,
    above: facts.above,
    totalTenths: score?.totalTenths ?? null,
    noticeAt: nextNotice(now, env().TIME_ZONE),
  };
}

function writeReceipt(reason: DeclineReason, sentence: string | null, standing: Standing, at: Date): Receipt {
  const score = standing.coverage?.kind === 'score' ? standing.coverage : null;
  const parts = (score?.parts ?? []).map(({ label, must, status, pointsTenths, ofTenths, proof }) => {
    return { label, must, status, pointsTenths, ofTenths, proof: proof?.title ?? null };
  });
  const measured = { above: standing.facts.above, totalTenths: score?.totalTenths ?? null, parts };
  return { format: 1, at: at.toISOString(), reason, sentence, ...measured };
}

/**
 * Declines somebody with a reason that is the case. The candidate is told at the next 18:00, with a receipt of what
 * was met and not met now; until then it can be undone and does not show. Errors: `job.unknown`,
 * `application.unknown`, `application.withdrawn`, `application.changed_meanwhile`, `application.move_refused`,
 * `application.reason_untrue`.
 */
export async function declineCandidate(
  scope: OrgScope,
  input: z.output<typeof declineInput>,
  now: Date,
): Promise<z.output<typeof declinedOutput>> {
  const { jobId, candidateId, version, reason, sentence = null } = input;
  const job = await getJob(scope, jobId);
  const application = await getForEmployer(scope, jobId, candidateId);
  const from = application.stage as Stage;
  if (application.version !== version) throw await changedMeanwhile(scope, application);
  if (!mayDecline(from))
    throw new AppError('application.move_refused', 'conflict', `Nobody is declined from ${from}.`, null, {
      from,
    });
  const standing = await measure(scope, job, candidateId, now);
  if (!isTrueReason(reason, standing.facts))
    throw new AppError(
      'application.reason_untrue',
      'bad-input',
      'This reason is not the case.',
      'Choose one that is.',
      {
        field: 'reason',
      },
    );
  const noticeAt = nextNotice(now, env().TIME_ZONE);
  const columns = { stage: 'declined' as const, stageSince: now, noticeAt, declineReason: reason };
  await inTransaction(async () => {
    if (!(await writeStage(scope, application, columns))) throw await changedMeanwhile(scope, application);
    const change = {
      candidateId,
      applicationId: application.id,
      fromStage: from,
      toStage: 'declined' as const,
    };
    const receipt = writeReceipt(reason, sentence, standing, now);
    await insertStageChanges([{ ...change, actorId: scope.accountId, reason, receipt, at: now }]);
    await auditStage(scope, application, 'application.declined', { from, reason });
  });
  return { candidateId, version: version + 1, noticeAt };
}
