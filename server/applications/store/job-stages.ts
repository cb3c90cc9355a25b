import { db } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { OpenStage } from '../core/pipeline.ts';
import { type PlanStep, stageTemplates } from '../core/stage-plan.ts';

const toStep = ({ stage, name }: { stage: string; name: string | null }): PlanStep => ({
  stage: stage as OpenStage,
  name,
});

/** The stages of a job of the organisation, in order: its own, or all of them until somebody chooses. */
export async function getPlan(scope: OrgScope, jobId: string): Promise<readonly PlanStep[]> {
  const rows = await db().jobStage.findMany({
    where: { jobId, job: { organizationId: scope.organizationId } },
    orderBy: { position: 'asc' },
    select: { stage: true, name: true },
    take: 10,
  });
  return rows.length > 0 ? rows.map(toStep) : stageTemplates.full;
}

/** Replaces the stages of a job of the organisation; the caller has asked whether it is one. */
export async function replacePlan(jobId: string, steps: readonly PlanStep[]): Promise<void> {
  await db().jobStage.deleteMany({ where: { jobId } });
  await db().jobStage.createMany({
    data: steps.map(({ stage, name }, position) => ({ jobId, position, stage, name })),
  });
}

/** Other jobs of the organisation that have stages of their own, latest first, at most twenty. */
export async function listPlans(scope: OrgScope, exceptJobId: string) {
  const rows = await db().job.findMany({
    where: { organizationId: scope.organizationId, id: { not: exceptJobId }, stages: { some: {} } },
    orderBy: { updatedAt: 'desc' },
    select: {
      id: true,
      reference: true,
      title: true,
      stages: { orderBy: { position: 'asc' }, select: { stage: true, name: true } },
    },
    take: 20,
  });
  return rows.map(({ stages, ...job }) => ({ ...job, steps: stages.map(toStep) }));
}

/** The stages of some jobs, of whichever organisation, for who applied; jobs without any of their own are left out. */
export async function listPlansOf(jobIds: readonly string[]): Promise<Map<string, PlanStep[]>> {
  const rows = await db().jobStage.findMany({
    where: { jobId: { in: [...jobIds] } },
    orderBy: [{ jobId: 'asc' }, { position: 'asc' }],
    select: { jobId: true, stage: true, name: true },
    take: 2_000,
  });
  const plans = new Map<string, PlanStep[]>();
  for (const row of rows) plans.set(row.jobId, [...(plans.get(row.jobId) ?? []), toStep(row)]);
  return plans;
}
