import { z } from 'zod';
import { declineReasons } from './decline-reasons.ts';
import { moveTargets, stages } from './pipeline.ts';

const seen = z.object({ candidateId: z.uuid(), version: z.int().positive() });
const seenPeople = z.array(seen).min(1).max(200);

/** Moves one or several people, all or none. */
export const moveInput = z.object({ jobId: z.uuid(), to: z.enum(moveTargets), people: seenPeople });
const movedPeople = z.array(z.object({ candidateId: z.uuid(), version: z.int(), stage: z.enum(stages) }));
export const movedOutput = z.object({ people: movedPeople });
export type MovedOutput = z.output<typeof movedOutput>;

/** Declines people with one reason; `sentence` are the employer's own words to them. */
export const declineInput = z
  .object({
    jobId: z.uuid(),
    people: seenPeople,
    reason: z.enum(declineReasons),
    sentence: z.string().trim().max(1_000, 'Use 1 000 letters at most').optional(),
  })
  .refine((input) => input.reason !== 'other' || Boolean(input.sentence), {
    path: ['sentence'],
    message: 'Say the reason in your words',
  });
export const declinedOutput = z.object({ people: movedPeople, noticeAt: z.date() });

/** Names people who may be declined together. */
export const declineOptionsInput = z.object({
  jobId: z.uuid(),
  candidateIds: z.array(z.uuid()).min(1).max(200),
});

/** Which reasons are true of all of these people today, and the facts behind; numbers for a single person only. */
export const declineOptionsOutput = z.object({
  people: z.int(),
  reasons: z.array(z.object({ reason: z.enum(declineReasons), isTrue: z.boolean(), trueOf: z.int() })),
  musts: z.object({ met: z.int(), asked: z.int() }).nullable(),
  above: z.int().nullable(),
  totalTenths: z.int().nullable(),
  noticeAt: z.date(),
});
export type DeclineOptionsOutput = z.output<typeof declineOptionsOutput>;

/** Takes back the last move or decline of each of these people, as they were seen. */
export const undoInput = z.object({ jobId: z.uuid(), people: seenPeople });
