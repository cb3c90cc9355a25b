import { z } from 'zod';
import { answerContest, contestDecline, listContests } from '#server/applications/index.ts';
import {
  answerContestInput,
  contestOutput,
  listContestsInput,
  openContestInput,
} from '#server/applications/schemas.ts';
import { candidateProcedure, orgProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const contestsRouter = t.router({
  open: candidateProcedure
    .input(openContestInput)
    .output(z.void())
    .mutation(({ ctx, input }) => contestDecline(ctx.scope, input, ctx.now)),
  list: orgProcedure('applications:write')
    .input(listContestsInput)
    .output(contestOutput.array())
    .query(({ ctx, input }) => listContests(ctx.scope, input.jobId)),
  answer: orgProcedure('applications:write')
    .input(answerContestInput)
    .output(z.void())
    .mutation(({ ctx, input }) => answerContest(ctx.scope, input, ctx.now)),
});
