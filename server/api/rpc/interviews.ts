import {
  cancelInterview,
  changeInterview,
  listInterviews,
  setInterview,
} from '#server/applications/index.ts';
import {
  cancelInterviewInput,
  changeInterviewInput,
  interviewOutput,
  pipelinePersonInput,
  setInterviewInput,
} from '#server/applications/schemas.ts';
import { orgProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const interviewsRouter = t.router({
  list: orgProcedure('candidates:read')
    .input(pipelinePersonInput)
    .output(interviewOutput.array())
    .query(({ ctx, input }) => listInterviews(ctx.scope, input, ctx.now)),
  set: orgProcedure('applications:write')
    .input(setInterviewInput)
    .output(interviewOutput)
    .mutation(({ ctx, input }) => setInterview(ctx.scope, input, ctx.now)),
  change: orgProcedure('applications:write')
    .input(changeInterviewInput)
    .output(interviewOutput)
    .mutation(({ ctx, input }) => changeInterview(ctx.scope, input, ctx.now)),
  cancel: orgProcedure('applications:write')
    .input(cancelInterviewInput)
    .output(interviewOutput)
    .mutation(({ ctx, input }) => cancelInterview(ctx.scope, input, ctx.now)),
});
