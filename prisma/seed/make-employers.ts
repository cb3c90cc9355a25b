import { savePlan } from '#server/applications/index.ts';
import { openStages } from '#server/applications/schemas.ts';
import { closeJob, createJob, publishJob } from '#server/jobs/index.ts';
import { createOrganization, insertMember } from '#server/organizations/index.ts';
import { accountScope, type OrgScope, orgScope } from '#server/platform/scope.ts';
import { skillKeyOf } from './make-people.ts';
import type { EmployerPlan, JobPlan, RequirementPlan } from './plan.ts';
import { daysBefore } from './timing.ts';

/** A job of the world with the scope of somebody who may act on it. */
export interface MadeJob {
  id: string;
  version: number;
  plan: JobPlan;
  scope: OrgScope;
}

async function toRequirement(plan: RequirementPlan) {
  const skillKeys: number[] = [];
  for (const slug of plan.skills) skillKeys.push(await skillKeyOf(slug));
  return {
    skillKeys,
    must: plan.must ?? false,
    weight: plan.weight,
    minLevel: plan.level ?? null,
    minTier: plan.tier ?? 0,
    shortLabel: plan.short ?? null,
  };
}

const nameIn = (names: Readonly<Record<string, string>>, stage: string) => names[stage] ?? null;

async function makeJob(scope: OrgScope, plan: JobPlan, now: Date): Promise<MadeJob> {
  const requirements = [];
  for (const line of plan.requirements) requirements.push(await toRequirement(line));
  const [payMin = null, payMax = null, payCurrency = null, payPeriod = null] = plan.pay ?? [];
  const { title, description, workplace, place, contract, degreeNeeded = false } = plan;
  const namesHiddenUntil = plan.hidesNames ?? null;
  const validThrough = plan.openDays === undefined ? null : daysBefore(now, -plan.openDays);
  const facts = {
    ...{ title, description, workplace, place, contract, degreeNeeded },
    ...{ namesHiddenUntil, validThrough },
  };
  const draft = await createJob(scope, { ...facts, payMin, payMax, payCurrency, payPeriod, requirements });
  if (plan.state === 'draft') return { id: draft.id, version: draft.version, plan, scope };
  const seen = { jobId: draft.id, version: draft.version };
  const published = await publishJob(scope, seen, daysBefore(now, plan.publishedDaysAgo));
  const { stageNames } = plan;
  if (stageNames) {
    const steps = openStages.map((stage) => ({ stage, name: nameIn(stageNames, stage) }));
    await savePlan(scope, { jobId: published.id, steps });
  }
  return { id: published.id, version: published.version, plan, scope };
}

/** Makes an employer with its members and jobs. The owner creates it, the second member does the hiring. */
export async function makeEmployer(
  plan: EmployerPlan,
  accountOf: (email: string) => string,
  now: Date,
): Promise<MadeJob[]> {
  const [owner, ...others] = plan.members;
  if (!owner) throw new Error(`${plan.slug} has no members.`);
  const organization = await createOrganization(accountScope(accountOf(owner.email)), {
    name: plan.name,
    slug: plan.slug,
    website: plan.website,
    ...(plan.answerDays === null ? {} : { answerDays: plan.answerDays }),
  });
  for (const { email, role } of others) await insertMember(organization.id, accountOf(email), role);
  const hiring = others[0] ?? owner;
  const scope = orgScope(organization.id, accountOf(hiring.email), hiring.role);
  const jobs: MadeJob[] = [];
  for (const job of plan.jobs) jobs.push(await makeJob(scope, job, now));
  return jobs;
}

/** Closes the jobs that are closed in the plan; after their applications. */
export async function closeJobs(jobs: readonly MadeJob[], now: Date): Promise<void> {
  for (const { id, version, plan, scope } of jobs)
    if (plan.state === 'closed') await closeJob(scope, { jobId: id, version }, daysBefore(now, 20));
}
