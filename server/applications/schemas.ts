import { z } from 'zod';
import { credentialOutput } from '#server/credentials/schemas.ts';
import {
  hidingStages,
  publicJobOutput,
  publicJobRowOutput,
  requirementOutput,
} from '#server/jobs/schemas.ts';
import {
  barOutput,
  coverageOutput,
  coverageStatusShape,
  myRankOutput,
  rankingFilterShape,
} from '#server/matching/schemas.ts';
import { logLineShape, noteShape, pipelinePersonInput } from './core/board-shapes.ts';
import { myContestOutput } from './core/contest-shapes.ts';
import { wouldHaveShape } from './core/counterfactual.ts';
import { declineReasons } from './core/decline-reasons.ts';
import { interviewOutput } from './core/interview-shapes.ts';
import { openStages, stages } from './core/pipeline.ts';
import { planOutput } from './core/stage-plan.ts';

export * from './core/answer-shapes.ts';
export * from './core/apply-shapes.ts';
export * from './core/board-shapes.ts';
export * from './core/contest-shapes.ts';
export * from './core/coverage-shapes.ts';
export {
  type DeclineOptionsOutput,
  declinedOutput,
  declineInput,
  declineOptionsInput,
  declineOptionsOutput,
  type MovedOutput,
  movedOutput,
  moveInput,
  undoInput,
} from './core/decision-shapes.ts';
export type { DeclineReason } from './core/decline-reasons.ts';
export * from './core/interview-shapes.ts';
export { type MoveTarget, type OpenStage, openStages, type Stage } from './core/pipeline.ts';
export {
  nextInPlan,
  type PlanStep,
  planOutput,
  type StageTemplate,
  stageTemplates,
  targetsOf,
} from './core/stage-plan.ts';

const stageShape = z.enum(stages);
const credentialIds = z.array(z.uuid()).max(200);

/** Which job a candidate asks about. */
export const applicationJobInput = z.object({ jobId: z.uuid() });

/** Jobs of one page of the board. */
export const coveragesInput = z.object({ jobIds: z.array(z.uuid()).max(50) });
export const coveragesOutput = z.array(z.object({ jobId: z.uuid(), coverage: coverageOutput }));

/** A page of the jobs that ask for what the candidate has proven; `cursor` is the last job of the page before. */
export const jobsForMeInput = z.object({
  sort: z.enum(['coverage', 'newest']).default('coverage'),
  cursor: z.uuid().nullish(),
});
export type JobsForMeInput = z.output<typeof jobsForMeInput>;

const jobForMeOutput = z.object({
  job: publicJobRowOutput,
  coverage: coverageOutput,
  rank: myRankOutput,
  /** When the candidate applied; null when they did not, or withdrew. */
  appliedAt: z.date().nullable(),
});
export type JobForMeOutput = z.output<typeof jobForMeOutput>;

/** Jobs for one candidate, with what is left out and what would open most. All of it is counted, nothing guessed. */
export const jobsForMeOutput = z.object({
  items: jobForMeOutput.array(),
  nextCursor: z.uuid().nullable(),
  total: z.int(),
  notShown: z.object({
    /** Open jobs that ask for none of what is proven. */
    askingOther: z.int(),
    /** Open jobs that ask for no skill, so that nothing can be measured. */
    scoreless: z.int(),
    /** Open jobs behind the newest ones that are looked at. */
    older: z.int(),
    blocked: z.array(z.object({ name: z.string(), count: z.int() })),
  }),
  /** Skills whose proof, at this level, would raise the coverage in most of these jobs. */
  openings: z.array(
    z.object({
      skillKey: z.int(),
      label: z.string(),
      level: z.int().nullable(),
      jobs: z.int(),
      firstQueues: z.int(),
    }),
  ),
  /** Credentials that nobody could check lately, and in how many of these jobs they would count. */
  waiting: z.array(
    z.object({
      candidateId: z.uuid(),
      credentialId: z.uuid(),
      title: z.string(),
      issuerName: z.string(),
      issuerRecognised: z.boolean(),
      unreachableSince: z.date().nullable(),
      jobs: z.int(),
    }),
  ),
});
export type JobsForMeOutput = z.output<typeof jobsForMeOutput>;

/** In how many open jobs one credential raises the coverage. */
export const gainingInput = z.object({ credentialId: z.uuid() });
export const gainingOutput = z.object({ jobs: z.int() });

/** What would be disclosed; without ids: what covers the job's skills. */
export const previewInput = z.object({
  jobId: z.uuid(),
  credentialIds: credentialIds.optional(),
  /** Ticked besides the proposed ones: the badge that somebody applies with. */
  also: z.uuid().optional(),
});

/** A credential on the apply page: is it ticked, and what of the job does it speak to. */
const tickableOutput = credentialOutput.extend({
  ticked: z.boolean(),
  /** Part of the default: it says something about a skill the job asks. */
  proposed: z.boolean(),
  /** Labels of the requirements it says something about. */
  covers: z.string().array(),
});

/** Everything the apply page shows before sending. */
export const previewOutput = z.object({
  job: publicJobOutput,
  /** Set when there is an application already; withdrawn ones may be sent again. */
  existing: z.object({ id: z.uuid(), stage: stageShape }).nullable(),
  displayName: z.string(),
  phone: z.string().nullable(),
  availableFrom: z.string().nullable(),
  credentials: tickableOutput.array(),
  /** What the employer would see. */
  coverage: coverageOutput,
  /** What all credentials together would give. */
  everything: coverageOutput,
});
export type PreviewOutput = z.output<typeof previewOutput>;

/** Names an application of the caller. */
export const applicationIdInput = z.object({ applicationId: z.uuid() });

/** What was met and not met on the day of a decision; kept with it and shown to the candidate. A hire has this alone. */
export const hireReceiptShape = z.object({
  format: z.literal(1),
  at: z.string(),
  /** People who stood above; null when nothing was measured. */
  above: z.int().nullable(),
  totalTenths: z.int().nullable(),
  parts: z.array(
    z.object({
      label: z.string(),
      must: z.boolean(),
      status: coverageStatusShape,
      pointsTenths: z.int(),
      ofTenths: z.int(),
      proof: z.string().nullable(),
    }),
  ),
});
export type HireReceipt = z.output<typeof hireReceiptShape>;

/** The receipt of a decline: also why, and the employer's own words. */
export const receiptShape = hireReceiptShape.extend({
  reason: z.enum(declineReasons),
  sentence: z.string().nullable(),
});
export type Receipt = z.output<typeof receiptShape>;

/** One of the candidate's applications. A decline shows once its notice went out. */
export const myApplicationOutput = z.object({
  id: z.uuid(),
  job: publicJobOutput.omit({ description: true, requirements: true }),
  stage: stageShape,
  stageSince: z.date(),
  appliedAt: z.date(),
  withdrawnAt: z.date().nullable(),
  displayName: z.string(),
  /** Until when the employer promised an answer; null without a promise or once there is one. */
  answerBy: z.date().nullable(),
  /** The promised day, 2026-12-12. */
  answerDay: z.string().nullable(),
  late: z.boolean(),
  /** Whole days past the promised one. */
  daysLate: z.int(),
  /** The stages that the job uses, in our words: those of an organisation are its own affair. */
  steps: z.enum(openStages).array(),
  timeline: z.array(z.object({ stage: stageShape, at: z.date() })),
  shared: z.array(z.object({ id: z.uuid(), title: z.string() })),
  /** Those still to come and those past, the earliest first. */
  interviews: interviewOutput.array(),
  receipt: receiptShape.nullable(),
  hireReceipt: hireReceiptShape.nullable(),
  /** The number of the one or the other. */
  receiptNumber: z.string().nullable(),
  wouldHave: wouldHaveShape.nullable(),
  /** Of this decline, or of the last one that was taken back after a contest. */
  contest: myContestOutput.nullable(),
  /** Set once the job is closed; `silent`: it closed itself, because nothing happened. */
  jobEnd: z.object({ closedAt: z.date().nullable(), silent: z.boolean() }).nullable(),
});
export type MyApplicationOutput = z.output<typeof myApplicationOutput>;

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
  coverage: barOutput.nullable(),
  declineReason: z.enum(declineReasons).nullable(),
  noticeAt: z.date().nullable(),
});
export type CardOutput = z.output<typeof cardOutput>;

/** The job that a board, and the page of one person, belong to. */
const boardJobShape = z.object({
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

/** A credential as disclosed to an employer. */
const disclosedOutput = credentialOutput.omit({ recipient: true, publicLink: true });

/** Names one person, and the list that the page before and after belong to. */
export const candidateInput = pipelinePersonInput.extend({
  /** In the ranking with these filters, or on the board. */
  from: z.enum(['ranking', 'board']).default('ranking'),
  filter: rankingFilterShape.optional(),
});

/** One person for the employer: exactly what they disclosed, or what they made visible. */
export const candidateForEmployerOutput = z.object({
  candidateId: z.uuid(),
  /** "Candidate 4471" while the job hides names; then telephone and place are null, and words are masked. */
  name: z.string(),
  nameHidden: z.boolean(),
  /** Null when the person did not apply but lets employers find them. */
  application: z
    .object({
      id: z.uuid(),
      stage: stageShape,
      stageSince: z.date(),
      appliedAt: z.date(),
      phone: z.string().nullable(),
      availableFrom: z.string().nullable(),
      note: z.string().nullable(),
      version: z.int(),
      declineReason: z.enum(declineReasons).nullable(),
      noticeAt: z.date().nullable(),
      answerBy: z.date().nullable(),
      late: z.boolean(),
    })
    .nullable(),
  headline: z.string().nullable(),
  place: z.string().nullable(),
  job: boardJobShape,
  coverage: coverageOutput.nullable(),
  rank: z.int().nullable(),
  queue: z.enum(['first', 'second']).nullable(),
  ranked: z.int(),
  /** Neighbours in the list one came from, for J and K; position from 1, and length of that list. */
  previousId: z.uuid().nullable(),
  nextId: z.uuid().nullable(),
  position: z.int().nullable(),
  positions: z.int(),
  steps: planOutput,
  disclosed: disclosedOutput.array(),
  log: logLineShape.array(),
  /** Notes of the team, oldest first. */
  notes: noteShape.array(),
  /** How many members of the organisation may read the notes. */
  readers: z.int(),
});
export type CandidateForEmployerOutput = z.output<typeof candidateForEmployerOutput>;
