import { z } from 'zod';
import { type MoveTarget, type OpenStage, openStages, type Stage } from './pipeline.ts';

/** One stage that a job uses, in its place. `name`: what the organisation calls it; null = our own word. */
export interface PlanStep {
  readonly stage: OpenStage;
  readonly name: string | null;
}

const plain = (...stages: OpenStage[]): PlanStep[] => stages.map((stage) => ({ stage, name: null }));

/** The templates that come with the product. The first one is what a job has until somebody chooses. */
export const stageTemplates = {
  full: plain(...openStages),
  'work-sample': plain('applied', 'task', 'interview', 'offer'),
  short: plain('applied', 'interview', 'offer'),
} as const satisfies Record<string, readonly PlanStep[]>;
export type StageTemplate = keyof typeof stageTemplates;

/** What keeps a plan from being one, as a stable word; null when it is fine. */
export type PlanFault = 'ends' | 'repeated' | 'same-name';

/**
 * Looks at a plan: it begins where people apply and ends with an offer, uses no stage twice, and gives no two stages
 * the same name.
 */
export function findPlanFault(steps: readonly PlanStep[]): PlanFault | null {
  if (steps[0]?.stage !== 'applied' || steps.at(-1)?.stage !== 'offer') return 'ends';
  if (new Set(steps.map((step) => step.stage)).size < steps.length) return 'repeated';
  const names = steps.flatMap((step) => (step.name === null ? [] : [step.name.toLocaleLowerCase('en')]));
  return new Set(names).size < names.length ? 'same-name' : null;
}

/** Where people of a job may be sent, in order: its stages, and hired at the end. */
export function targetsOf(steps: readonly Pick<PlanStep, 'stage'>[]): MoveTarget[] {
  return [...steps.map((step) => step.stage), 'hired'];
}

/**
 * The stage that "advance" leads to in a job's plan, or null at the end. From a stage that the plan no longer has, it
 * is the next of its stages in the usual order.
 */
export function nextInPlan(from: Stage, steps: readonly Pick<PlanStep, 'stage'>[]): MoveTarget | null {
  const usual = (openStages as readonly Stage[]).indexOf(from);
  if (usual < 0) return null;
  const targets = targetsOf(steps);
  const at = targets.indexOf(from as MoveTarget);
  if (at >= 0) return targets[at + 1] ?? null;
  return targets.find((to) => to === 'hired' || openStages.indexOf(to) > usual) ?? null;
}

/** A stage that a job uses; `name` is the organisation's own, null = our word for it. */
const planStepShape = z.object({
  stage: z.enum(openStages),
  name: z.string().trim().min(1).max(40, 'Use 40 letters at most').nullable(),
});

/** The stages of a job, in order, for boards, lists and menus. */
export const planOutput = planStepShape.array();

const planFaults = {
  ends: 'Begin where people apply and end with the offer',
  repeated: 'Use each stage once',
  'same-name': 'Give each stage a name of its own',
} as const;

/** The stages that a job is to have; says what keeps them from being a plan. */
export const planStepsShape = planStepShape
  .array()
  .min(2)
  .max(openStages.length)
  .superRefine((steps, context) => {
    const fault = findPlanFault(steps);
    if (fault) context.addIssue({ code: 'custom', message: planFaults[fault] });
  });
