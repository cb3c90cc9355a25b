import { type MyApplicationOutput, openStages, type Stage } from '#server/applications/schemas.ts';

/** True once nothing more is to come: hired, declined and told, withdrawn, or the job closed. */
export function isClosed({ stage, jobEnd }: Pick<MyApplicationOutput, 'stage' | 'jobEnd'>): boolean {
  return jobEnd !== null || !(openStages as readonly Stage[]).includes(stage);
}

/** A stage on the line of an application. */
export type Step = { stage: Stage; at: Date | null; state: 'done' | 'now' | 'later' };

type Facts = Pick<MyApplicationOutput, 'stage' | 'timeline' | 'appliedAt' | 'steps'>;

/**
 * The stages of an open application: those reached with their day, then those of the job that may follow. A stage that
 * was skipped was never there for this person; one that they stand in is shown, also when the job has dropped it.
 */
export function stepsOf({ stage, timeline, appliedAt, steps }: Facts): Step[] {
  const reached = new Map<Stage, Date>([['applied', appliedAt]]);
  for (const change of timeline) reached.set(change.stage, change.at);
  const used = new Set<Stage>(steps);
  const order = openStages.filter((each) => used.has(each) || reached.has(each) || each === stage);
  const here = (order as readonly Stage[]).indexOf(stage);
  return order.flatMap((each, index): Step[] => {
    const at = reached.get(each) ?? null;
    if (each === stage) return [{ stage: each, at, state: 'now' }];
    if (index > here) return used.has(each) ? [{ stage: each, at: null, state: 'later' }] : [];
    return at === null ? [] : [{ stage: each, at, state: 'done' }];
  });
}

/** The interview that comes next and stands, or null. */
export function nextInterview({ interviews }: Pick<MyApplicationOutput, 'interviews'>, now: Date) {
  return interviews.find(({ cancelled, startsAt, minutes }) => {
    return !cancelled && startsAt.getTime() + minutes * 60_000 > now.getTime();
  });
}
