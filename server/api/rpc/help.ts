import { z } from 'zod';
import { codeTexts } from '#server/credentials/core/codes.ts';
import { publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

const codeOutput = z.object({
  code: z.string(),
  outcome: z.string(),
  sentence: z.string(),
  hint: z.string(),
});

export const helpRouter = t.router({
  codes: publicProcedure
    .output(codeOutput.array())
    .query(() => Object.entries(codeTexts).map(([code, text]) => ({ code, ...text }))),
});
