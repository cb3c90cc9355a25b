import { z } from 'zod';
import { hidingStages } from './core/hidden-names.ts';
import { jobStatuses } from './core/lifecycle.ts';
import { queueGates } from './core/queue-gate.ts';

export { type HidingStage, hidingStages } from './core/hidden-names.ts';
export { passesGate, type QueueGate, queueGates } from './core/queue-gate.ts';

export const workplaces = ['onsite', 'hybrid', 'remote'] as const;
export const contracts = ['permanent', 'temporary', 'part-time', 'internship', 'freelance'] as const;
/** Newest first, or nearest last day first. */
export const boardSorts = ['newest', 'closing'] as const;
export const payPeriods = ['year', 'month', 'day', 'hour'] as const;

const jobStatusShape = z.enum(jobStatuses);
const workplaceShape = z.enum(workplaces);
const contractShape = z.enum(contracts);
const payPeriodShape = z.enum(payPeriods);
const hidingStageShape = z.enum(hidingStages);
const amount = z
  .int('Enter a whole number')
  .min(0, 'Enter 0 or more')
  .max(1_000_000_000, 'This is too much')
  .nullable();

/** One line of what a job asks. `skillKeys`: any one of them is enough. `id` is kept from the stored line. */
export const requirementInput = z.object({
  id: z.uuid().optional(),
  skillKeys: z.array(z.int().positive()).min(1).max(6),
  must: z.boolean(),
  weight: z.int().min(1, 'Weights are 1 to 9').max(9, 'Weights are 1 to 9'),
  minLevel: z.int().min(1).max(4).nullable(),
  minTier: z.int().min(0).max(5),
  shortLabel: z.string().trim().min(2, 'Use 2 to 8 letters').max(8, 'Use 2 to 8 letters').nullable(),
});

/** The editable part of a job. A draft may leave texts empty; publishing asks for more (`publishProblems`). */
export const jobContentInput = z.object({
  title: z.string().trim().max(120, 'Use 120 letters at most'),
  description: z.string().max(20_000, 'Use 20 000 letters at most'),
  workplace: workplaceShape,
  place: z.string().trim().max(120, 'Use 120 letters at most').nullable(),
  contract: contractShape,
  payMin: amount,
  payMax: amount,
  payCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Use three capital letters such as EUR')
    .nullable(),
  payPeriod: payPeriodShape.nullable(),
  degreeNeeded: z.boolean(),
  /** Until this stage the employer sees numbers instead of names; null = names are shown. */
  namesHiddenUntil: hidingStageShape.nullable(),
  /** Who enters the first queue of the ranked list. */
  queueGate: z.enum(queueGates),
  validThrough: z.date().nullable(),
  requirements: z
    .array(requirementInput)
    .max(40, 'Ask for 40 skills at most')
    .refine((lines) => {
      const keys = lines.flatMap((line) => line.skillKeys);
      return new Set(keys).size === keys.length;
    }, 'A skill is asked twice'),
});
export type JobContentInput = z.input<typeof jobContentInput>;

/** A new draft; everything can follow later. */
export const createJobInput = jobContentInput.partial();

/** Names one job of the organisation. */
export const jobIdInput = z.object({ jobId: z.uuid() });

/** A change of some fields, made while looking at `version`. */
export const updateJobInput = createJobInput.extend({ jobId: z.uuid(), version: z.int().positive() });

/** Publishing or closing what was looked at as `version`. */
export const jobVersionInput = z.object({ jobId: z.uuid(), version: z.int().positive() });

/** Jobs of an organisation, newest first. */
export const listJobsInput = z.object({
  status: jobStatusShape.optional(),
  cursor: z.uuid().nullish(),
});

/** Search of the public board. */
export const listPublishedInput = z.object({
  q: z.string().trim().max(100).optional(),
  place: z.string().trim().max(100).optional(),
  /** Part of the name of a skill that the job asks for. */
  skill: z.string().trim().max(100).optional(),
  /** What the job pays in a year at the top of its range, at least; shorter periods are reckoned up. */
  payFrom: z.int().positive().max(1_000_000_000).optional(),
  workplace: z.array(workplaceShape).optional(),
  contract: z.array(contractShape).optional(),
  statesPay: z.boolean().optional(),
  noDegree: z.boolean().optional(),
  /** Only employers who promise an answer within 10 days. */
  answersSoon: z.boolean().optional(),
  sort: z.enum(boardSorts).optional(),
  cursor: z.string().max(200).nullish(),
});

/** How many jobs each choice of a filter would show, the other filters kept; a choice without jobs may be missing. */
export const countPublishedInput = listPublishedInput.omit({ cursor: true, sort: true });
export const facetsOutput = z.object({
  workplace: z.partialRecord(workplaceShape, z.int()),
  contract: z.partialRecord(contractShape, z.int()),
  statesPay: z.int(),
  noDegree: z.int(),
  answersSoon: z.int(),
});
export type FacetsOutput = z.output<typeof facetsOutput>;

const requirementSkill = z.object({ skillKey: z.int(), label: z.string() });

/** A requirement as shown: its skills with labels, and the label for the ruler. */
export const requirementOutput = z.object({
  id: z.uuid(),
  /** "Kubernetes or Nomad" */
  label: z.string(),
  shortLabel: z.string(),
  /** False when the short label was made from the skill's name. */
  ownShortLabel: z.boolean(),
  skills: requirementSkill.array(),
  must: z.boolean(),
  weight: z.int(),
  minLevel: z.int().nullable(),
  minTier: z.int(),
});
export type RequirementOutput = z.output<typeof requirementOutput>;

const jobFacts = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  description: z.string(),
  workplace: workplaceShape,
  place: z.string().nullable(),
  contract: contractShape,
  payMin: z.number().nullable(),
  payMax: z.number().nullable(),
  payCurrency: z.string().nullable(),
  payPeriod: payPeriodShape.nullable(),
  degreeNeeded: z.boolean(),
  namesHiddenUntil: hidingStageShape.nullable(),
  /** What somebody must have proven to enter the first queue. */
  queueGate: z.enum(queueGates),
  publishedAt: z.date().nullable(),
  validThrough: z.date().nullable(),
});

/** A job as its employer sees it; requirements in the fixed order of the bars. */
export const jobOutput = jobFacts.extend({
  status: jobStatusShape,
  closedAt: z.date().nullable(),
  version: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
  requirements: requirementOutput.array(),
  /** Ids of the requirements in the order in which the employer wrote them. */
  lineOrder: z.uuid().array(),
});
export type JobOutput = z.output<typeof jobOutput>;

/** A row of the employer's list. */
const jobRowOutput = jobOutput
  .pick({
    id: true,
    reference: true,
    title: true,
    status: true,
    place: true,
    workplace: true,
    validThrough: true,
  })
  .extend({ publishedAt: z.date().nullable(), updatedAt: z.date(), requirementCount: z.int() });
export type JobRowOutput = z.output<typeof jobRowOutput>;

/** A page of the employer's list. */
export const jobListOutput = z.object({ items: jobRowOutput.array(), nextCursor: z.uuid().nullable() });

/** Who offers a job. */
const employerOutput = z.object({
  slug: z.string(),
  name: z.string(),
  website: z.string().nullable(),
  answerDays: z.number().nullable(),
});

/** A published job as anybody sees it. */
export const publicJobOutput = jobFacts.extend({
  employer: employerOutput,
  requirements: requirementOutput.array(),
  /** False once its last day has passed: then it is still readable, but takes no applications. */
  open: z.boolean(),
});
export type PublicJobOutput = z.output<typeof publicJobOutput>;

/** A job in a list: whole but for its text, so that a row can show must-haves and levels. */
export const publicJobRowOutput = publicJobOutput.omit({ description: true });
export type PublicJobRowOutput = z.output<typeof publicJobRowOutput>;

/** A page of the public board. */
export const publicJobListOutput = z.object({
  items: publicJobRowOutput.array(),
  nextCursor: z.string().nullable(),
  total: z.int(),
});
