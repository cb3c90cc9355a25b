import { type MyApplicationOutput, openStages, type Stage } from '#server/applications/schemas.ts';

/** True once nothing more is to come: hired, declined and told, or withdrawn. */
export function isClosed({ stage }: Pick<MyApplicationOutput, 'stage'>): boolean {
  return !(openStages as readonly Stage[]).includes(stage);
}

export type Step = { stage: Stage; at: Date | null; state: 'done' | 'now' | 'later' };

/** The stages of an open application: those reached with their day, then those that may follow. */
export function stepsOf({ stage, timeline, appliedAt }: MyApplicationOutput): Step[] {
  const reached = new Map<Stage, Date>([['applied', appliedAt]]);
  for (const change of timeline) reached.set(change.stage, change.at);
  const here = (openStages as readonly Stage[]).indexOf(stage);
  return openStages.flatMap((each, index): Step[] => {
    const at = reached.get(each) ?? null;
    if (each === stage) return [{ stage: each, at, state: 'now' }];
    if (index > here) return [{ stage: each, at: null, state: 'later' }];
    // A stage that was skipped was never there for this person.
    return at === null ? [] : [{ stage: each, at, state: 'done' }];
  });
}
