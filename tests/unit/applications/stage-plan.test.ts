import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStages, stages } from '#server/applications/core/pipeline.ts';
import {
  findPlanFault,
  nextInPlan,
  type PlanStep,
  stageTemplates,
  targetsOf,
} from '#server/applications/core/stage-plan.ts';

const steps = (...names: PlanStep['stage'][]): PlanStep[] => names.map((stage) => ({ stage, name: null }));
const middle = fc.shuffledSubarray(['screen', 'task', 'interview'] as PlanStep['stage'][]);
const plans = middle.map((inner) => steps('applied', ...inner, 'offer'));

describe('the stages of a job', () => {
  it('are fine in every template, and begin with what came in', () => {
    expect(Object.keys(stageTemplates).length).toBeGreaterThan(1);
    for (const template of Object.values(stageTemplates)) expect(findPlanFault(template)).toBeNull();
  });

  it('begin with applied, end with an offer, and repeat nothing', () => {
    fc.assert(fc.property(plans, (plan) => findPlanFault(plan) === null));
    expect(findPlanFault(steps('screen', 'offer'))).toBe('ends');
    expect(findPlanFault(steps('applied', 'task'))).toBe('ends');
    expect(findPlanFault([])).toBe('ends');
    expect(findPlanFault(steps('applied', 'task', 'task', 'offer'))).toBe('repeated');
  });

  it('have names of their own, whatever the case of the letters', () => {
    const named = [
      { stage: 'applied', name: null },
      { stage: 'task', name: 'Trial day' },
      { stage: 'interview', name: 'TRIAL DAY' },
      { stage: 'offer', name: null },
    ] as const;
    expect(findPlanFault(named)).toBe('same-name');
  });

  it('are walked one by one up to hired', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const walked: string[] = ['applied'];
        for (let at = nextInPlan('applied', plan); at; at = nextInPlan(at, plan)) walked.push(at);
        return walked.join() === targetsOf(plan).join();
      }),
    );
    for (const end of stages.filter((stage) => !(openStages as readonly string[]).includes(stage)))
      expect(nextInPlan(end, stageTemplates.full)).toBeNull();
  });

  it('take people on from a stage that was taken out', () => {
    expect(nextInPlan('screen', stageTemplates['work-sample'])).toBe('task');
    expect(nextInPlan('task', stageTemplates.short)).toBe('interview');
    expect(nextInPlan('interview', steps('applied', 'offer'))).toBe('offer');
  });
});
