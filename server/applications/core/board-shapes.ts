// What the board of a job and its stages show; handed on by `schemas.ts`.
import { z } from 'zod';
import { openStages, stages } from './pipeline.ts';
import { planOutput, planStepsShape } from './stage-plan.ts';

const stageShape = z.enum(stages);

/** How many cards a column shows at first, and how many each "show more" adds. */
export const cardsAtOnce = 50;
const mostCards = 500;

/** Names a job of the organisation. */
export const pipelineJobInput = z.object({ jobId: z.uuid() });

/** Names a job of the organisation, and how many cards to show of a stage where more are wanted than at first. */
export const boardInput = pipelineJobInput.extend({
  show: z.partialRecord(stageShape, z.int().min(1).max(mostCards)).default({}),
});

/** The stages that a job is to have. */
export const savePlanInput = pipelineJobInput.extend({ steps: planStepsShape });

/** Where the stages of a job may be taken from: our templates are in `stageTemplates`; these are other jobs'. */
export const planChoicesOutput = z.object({
  steps: planOutput,
  /** Stages in which people of the job stand: they cannot be taken out. */
  taken: z.enum(openStages).array(),
  others: z.array(z.object({ id: z.uuid(), reference: z.string(), title: z.string(), steps: planOutput })),
});
export type PlanChoicesOutput = z.output<typeof planChoicesOutput>;

/** Names one person in the pipeline of a job. */
export const pipelinePersonInput = z.object({ jobId: z.uuid(), candidateId: z.uuid() });

/** The state of an application as an open page needs it: has it changed, and by whom. */
export const standingOutput = z.object({
  version: z.int(),
  stage: stageShape,
  by: z.string().nullable(),
  at: z.date(),
});

/** A note of the team about an application. */
export const addNoteInput = pipelinePersonInput.extend({
  text: z.string().trim().min(1, 'Write the note').max(2_000, 'Use 2 000 letters at most'),
});
export const removeNoteInput = pipelinePersonInput.extend({ noteId: z.uuid() });
export const noteIdOutput = z.object({ noteId: z.uuid() });

/** A note as the candidate it is about may read it. */
export const noteAboutMeOutput = z.object({ id: z.uuid(), text: z.string(), at: z.date() });

/** Applications by job, for the list of jobs. */
export const countsInput = z.object({ jobIds: z.array(z.uuid()).max(100) });
export const countsOutput = z.array(
  z.object({ jobId: z.uuid(), applied: z.int(), open: z.int(), unanswered: z.int() }),
);

/** A move in the log of an application. */
export const logLineShape = z.object({
  at: z.date(),
  from: stageShape.nullable(),
  to: stageShape,
  actor: z.string().nullable(),
  undone: z.boolean(),
});

/** A note of the team, for the team. */
export const noteShape = z.object({
  id: z.uuid(),
  text: z.string(),
  at: z.date(),
  author: z.string().nullable(),
  mine: z.boolean(),
});
