import { z } from 'zod';

/** What a person decided about a contest: the decline stands, or the application goes on. */
export const contestOutcomes = ['stands', 'reopened'] as const;
export type ContestOutcome = (typeof contestOutcomes)[number];

/** Contests the decline of one of the caller's applications. */
export const openContestInput = z.object({
  applicationId: z.uuid(),
  text: z.string().trim().max(1_000, 'Use 1 000 letters at most').optional(),
});

/** A contest as its candidate sees it. */
export const myContestOutput = z.object({
  openedAt: z.date(),
  text: z.string().nullable(),
  closedAt: z.date().nullable(),
  outcome: z.enum(contestOutcomes).nullable(),
  answer: z.string().nullable(),
});
export type MyContestOutput = z.output<typeof myContestOutput>;

/** The open contests of a job. */
export const listContestsInput = z.object({ jobId: z.uuid() });

/** An open contest for whoever has to answer it; where names are hidden, so is it here. */
export const contestOutput = z.object({
  id: z.uuid(),
  candidateId: z.uuid(),
  name: z.string(),
  openedAt: z.date(),
  text: z.string().nullable(),
  receiptNumber: z.string(),
  declinedAt: z.date(),
  reason: z.string(),
  sentence: z.string().nullable(),
});
export type ContestOutput = z.output<typeof contestOutput>;

/** Answers a contest with a reason. */
export const answerContestInput = z.object({
  jobId: z.uuid(),
  candidateId: z.uuid(),
  contestId: z.uuid(),
  outcome: z.enum(contestOutcomes),
  answer: z.string().trim().min(1, 'Say why, in your words').max(2_000, 'Use 2 000 letters at most'),
});
