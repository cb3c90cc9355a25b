import { listAskedSkills } from '#server/jobs/index.ts';
import { finishRequest, getArrival, getRequestState, startRequest } from '#server/presentations/index.ts';
import {
  arrivalOutput,
  finishedOutput,
  requestIdInput,
  requestStateOutput,
  responseCodeInput,
  startRequestInput,
  walletRequestOutput,
} from '#server/presentations/schemas.ts';
import { candidateProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const walletsRouter = t.router({
  start: candidateProcedure
    .input(startRequestInput)
    .output(walletRequestOutput)
    .mutation(async ({ ctx, input: { plain, jobId } }) => {
      const skills = jobId === undefined ? null : await listAskedSkills(jobId, ctx.now);
      return startRequest(ctx.account, { plain, skills }, ctx.now);
    }),
  state: candidateProcedure
    .input(requestIdInput)
    .output(requestStateOutput)
    .query(({ ctx, input }) => getRequestState(ctx.account, input.id, ctx.now)),
  arrival: publicProcedure
    .input(responseCodeInput)
    .output(arrivalOutput)
    .query(({ ctx, input }) => getArrival(ctx.person?.accountId ?? null, input.code, ctx.now)),
  finish: candidateProcedure
    .input(responseCodeInput)
    .output(finishedOutput)
    .mutation(({ ctx, input }) => finishRequest(ctx.account, ctx.scope, input.code, ctx.now)),
});
