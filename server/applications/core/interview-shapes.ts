import { z } from 'zod';
import { isTimeZone } from '#server/organizations/core/time-zone.ts';

const text = (most: number) => z.string().trim().max(most, `Use ${most} letters at most`);

const timeColumns = {
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a day'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Choose a time'),
  zone: z.string().max(60).refine(isTimeZone, 'Choose a time zone'),
  minutes: z.int().min(5, 'At least 5 minutes').max(480, 'At most 480 minutes'),
  place: text(200).optional(),
  link: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'Enter an address that begins with https://' }),
    ])
    .pipe(text(500))
    .optional(),
};
const hasWhere = (input: { place?: string | undefined; link?: string | undefined }) =>
  Boolean(input.place) || Boolean(input.link);
const whereMissing = { path: ['place'], message: 'Say where: a place, a link, or both' };

const person = { jobId: z.uuid(), candidateId: z.uuid() };
/** `sequence` is the one that was seen: who changed it meanwhile is not overwritten. */
const seen = { interviewId: z.uuid(), sequence: z.int().min(0) };

/** Sets an interview for an applicant, by the clocks of a named zone. */
export const setInterviewInput = z.object({ ...person, ...timeColumns }).refine(hasWhere, whereMissing);
export type SetInterviewInput = z.output<typeof setInterviewInput>;

/** Changes an interview. */
export const changeInterviewInput = z
  .object({ ...person, ...seen, ...timeColumns })
  .refine(hasWhere, whereMissing);

/** Cancels an interview. */
export const cancelInterviewInput = z.object({ ...person, ...seen });

/** An interview as both sides see it. */
export const interviewOutput = z.object({
  id: z.uuid(),
  startsAt: z.date(),
  minutes: z.int(),
  zone: z.string(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  sequence: z.int(),
  cancelled: z.boolean(),
});
export type InterviewOutput = z.output<typeof interviewOutput>;
