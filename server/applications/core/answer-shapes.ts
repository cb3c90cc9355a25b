import { z } from 'zod';

/** Organisations whose answer time is asked for, by slug. */
export const answerTimesInput = z.object({ employers: z.array(z.string().max(80)).max(50) });

/** Median days to an answer, as measured; who gave too few answers is left out. */
export const answerTimeOutput = z.object({ slug: z.string(), days: z.number() });
export type AnswerTimeOutput = z.output<typeof answerTimeOutput>;
