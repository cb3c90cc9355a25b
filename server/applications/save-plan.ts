import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { openStages } from './core/pipeline.ts';
import type { PlanStep } from './core/stage-plan.ts';
import type { PlanChoicesOutput, savePlanInput } from './schemas.ts';
import { countStages } from './store/applications.ts';
import { getPlan, listPlans, replacePlan } from './store/job-stages.ts';

/** The stages that a job uses. Errors: `job.unknown`. */
export async function getStages(scope: OrgScope, jobId: string): Promise<PlanStep[]> {
  await getJob(scope, jobId);
  return [...(await getPlan(scope, jobId))];
}

/** The stages of a job, which of them cannot be taken out, and those of other jobs to take over. Errors: `job.unknown`. */
export async function getPlanChoices(scope: OrgScope, jobId: string): Promise<PlanChoicesOutput> {
  const [steps, totals, others] = await Promise.all([
    getStages(scope, jobId),
    countStages(scope, jobId),
    listPlans(scope, jobId),
  ]);
  return { steps, taken: openStages.filter((stage) => totals.has(stage)), others };
}

/**
 * Gives a job its stages. A stage in which somebody stands cannot be taken out. Errors: `job.unknown`, `job.closed`,
 * `application.stage_taken`.
 */
export async function savePlan(
  scope: OrgScope,
  { jobId, steps }: z.output<typeof savePlanInput>,
): Promise<PlanStep[]> {
  const job = await getJob(scope, jobId);
  if (job.status === 'closed')
    throw new AppError('job.closed', 'gone', 'This job is closed; its stages stay as they were.');
  const kept = new Set<string>(steps.map((step) => step.stage));
  await inTransaction(async () => {
    await replacePlan(jobId, steps);
    const left = openStages.filter((stage) => !kept.has(stage));
    const totals = await countStages(scope, jobId);
    const stage = left.find((each) => totals.has(each));
    if (stage)
      throw new AppError(
        'application.stage_taken',
        'conflict',
        'People stand in a stage that you take out.',
        'Move them to another stage first.',
        { stage },
      );
    await appendAudit({
      organizationId: scope.organizationId,
      actorId: scope.accountId,
      action: 'job.stages_changed',
      subject: `job:${jobId}`,
      details: { stages: steps.map((step) => step.name ?? step.stage).join(', ') },
    });
  });
  return steps;
}
