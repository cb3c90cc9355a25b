// What the board of a job and its stages show; handed on by `schemas.ts`.
import { z } from 'zod';
import { hidingStages, requirementOutput } from '#server/jobs/schemas.ts';
import { coverageOutput } from '#server/matching/schemas.ts';
import { declineReasons } from './decline-reasons.ts';
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

/** A card of the board. `coverage` is null once the job is closed: then grants have ended. */
const cardOutput = z.object({
  candidateId: z.uuid(),
  applicationId: z.uuid(),
  name: z.string(),
  nameHidden: z.boolean(),
  stage: stageShape,
  stageSince: z.date(),
  appliedAt: z.date(),
  version: z.int(),
  /** Waits longer than the promised days, without an answer. */
  late: z.boolean(),
  rank: z.int().nullable(),
  /** Place in the ranking, one for each person: in every column the lower stands above. */
  order: z.int(),
  /** How many notes the team has written. */
  notes: z.int(),
  coverage: coverageOutput.nullable(),
  declineReason: z.enum(declineReasons).nullable(),
  noticeAt: z.date().nullable(),
});
export type CardOutput = z.output<typeof cardOutput>;

/** The job that a board, and the page of one person, belong to. */
export const boardJobShape = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  status: z.string(),
  validThrough: z.date().nullable(),
  namesHiddenUntil: z.enum(hidingStages).nullable(),
  requirements: requirementOutput.array(),
});

/** The board of a job. Cards in rank order, 50 a column at first; `total` counts all. */
export const boardOutput = z.object({
  job: boardJobShape,
  steps: planOutput,
  columns: z.array(
    z.object({
      stage: stageShape,
      total: z.int(),
      /** Since when the longest of them is in this stage. */
      oldestSince: z.date().nullable(),
      cards: cardOutput.array(),
    }),
  ),
  withdrawn: z.int(),
  late: z.int(),
  answerDays: z.number().nullable(),
  /** When a decline made now would be told. */
  noticeAt: z.date(),
});
export type BoardOutput = z.output<typeof boardOutput>;
