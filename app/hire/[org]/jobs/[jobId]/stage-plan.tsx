'use client';

import { createContext, type ReactNode, useContext } from 'react';
import {
  type MoveTarget,
  nextInPlan,
  type PlanStep,
  type Stage,
  stageTemplates,
  targetsOf,
} from '#server/applications/schemas.ts';
import { useStageWords } from './stage-words.ts';

const PlanContext = createContext<readonly PlanStep[]>(stageTemplates.full);

/** Around the pages of a job: its stages, for everything that names one or moves people. */
export function StagePlan({ steps, children }: { steps: readonly PlanStep[]; children: ReactNode }) {
  return <PlanContext value={steps}>{children}</PlanContext>;
}

/** The stages of the job whose pages are open: their names, where people may be sent, and what comes next. */
export function useStages() {
  const steps = useContext(PlanContext);
  const nameOf = useStageWords(steps);
  const targets: readonly MoveTarget[] = targetsOf(steps);
  const next = (stage: string): MoveTarget | null => nextInPlan(stage as Stage, steps);
  return { steps, targets, nameOf, next };
}
