import { useTranslations } from 'next-intl';
import type { PlanStep } from '#server/applications/schemas.ts';

/** What a job's stages are called: the organisation's own names where it gave some, else our words. */
export function useStageWords(steps: readonly PlanStep[]): (stage: string) => string {
  const t = useTranslations('hire.decide.stage');
  return (stage) => steps.find((step) => step.stage === stage)?.name ?? (t.has(stage) ? t(stage) : stage);
}
