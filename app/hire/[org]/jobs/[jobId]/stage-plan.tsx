'use client';

import { useFormatter } from 'next-intl';
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
const ZoneContext = createContext('UTC');
const CountContext = createContext<number | undefined>(undefined);

/** Around the pages of a job: its stages, for everything that names one or moves people, and the clocks of the house. */
export function StagePlan({
  steps,
  zone,
  open,
  children,
}: {
  steps: readonly PlanStep[];
  zone: string;
  /** How many are in the pipeline; undefined for who may not know. */
  open: number | undefined;
  children: ReactNode;
}) {
  return (
    <PlanContext value={steps}>
      <ZoneContext value={zone}>
        <CountContext value={open}>{children}</CountContext>
      </ZoneContext>
    </PlanContext>
  );
}

/** The IANA name of the zone by whose clocks the house tells people. */
export function useHouseZone(): string {
  return useContext(ZoneContext);
}

/** The stages of the job whose pages are open: their names, where people may be sent, and what comes next. */
export function useStages() {
  const steps = useContext(PlanContext);
  const nameOf = useStageWords(steps);
  const targets: readonly MoveTarget[] = targetsOf(steps);
  const next = (stage: string): MoveTarget | null => nextInPlan(stage as Stage, steps);
  return { steps, targets, nameOf, next };
}

/** How many people are in the pipeline of the job whose pages are open. */
export function PipelineCount() {
  const format = useFormatter();
  const open = useContext(CountContext);
  return open === undefined ? null : format.number(open);
}
