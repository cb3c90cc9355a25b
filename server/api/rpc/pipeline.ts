import {
  countApplications,
  declineCandidate,
  getBoard,
  getCandidate,
  getDeclineOptions,
  moveStage,
  undoStage,
} from '#server/applications/index.ts';
import {
  boardInput,
  boardOutput,
  candidateForEmployerOutput,
  countsInput,
  countsOutput,
  declinedOutput,
  declineInput,
  declineOptionsOutput,
  movedOutput,
  moveInput,
  pipelinePersonInput,
  undoInput,
} from '#server/applications/schemas.ts';
import { orgProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const pipelineRouter = t.router({
  counts: orgProcedure('jobs:read')
    .input(countsInput)
    .output(countsOutput)
    .query(({ ctx, input }) => countApplications(ctx.scope, input.jobIds)),
  board: orgProcedure('candidates:read')
    .input(boardInput)
    .output(boardOutput)
    .query(({ ctx, input }) =>
      getBoard(ctx.scope, { jobId: input.jobId, answerDays: ctx.organization.answerDays }, ctx.now),
    ),
  candidate: orgProcedure('candidates:read')
    .input(pipelinePersonInput)
    .output(candidateForEmployerOutput)
    .query(({ ctx, input }) =>
      getCandidate(ctx.scope, { ...input, answerDays: ctx.organization.answerDays }, ctx.now),
    ),
  declineOptions: orgProcedure('applications:write')
    .input(pipelinePersonInput)
    .output(declineOptionsOutput)
    .query(({ ctx, input }) => getDeclineOptions(ctx.scope, input, ctx.now)),
  move: orgProcedure('applications:write')
    .input(moveInput)
    .output(movedOutput)
    .mutation(({ ctx, input }) => moveStage(ctx.scope, input, ctx.now)),
  decline: orgProcedure('applications:write')
    .input(declineInput)
    .output(declinedOutput)
    .mutation(({ ctx, input }) => declineCandidate(ctx.scope, input, ctx.now)),
  undo: orgProcedure('applications:write')
    .input(undoInput)
    .output(movedOutput)
    .mutation(({ ctx, input }) => undoStage(ctx.scope, input, ctx.now)),
});
