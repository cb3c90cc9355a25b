import { z } from 'zod';
import {
  addNote,
  countApplications,
  declineCandidates,
  getBoard,
  getCandidate,
  getDeclineOptions,
  getPlanChoices,
  getStages,
  getStanding,
  listCoverageChanges,
  moveStage,
  removeNote,
  savePlan,
  undoStage,
} from '#server/applications/index.ts';
import {
  addNoteInput,
  boardInput,
  boardOutput,
  candidateForEmployerOutput,
  candidateInput,
  countsInput,
  countsOutput,
  coverageChangeOutput,
  declinedOutput,
  declineInput,
  declineOptionsInput,
  declineOptionsOutput,
  movedOutput,
  moveInput,
  noteIdOutput,
  pipelineJobInput,
  pipelinePersonInput,
  planChoicesOutput,
  planOutput,
  removeNoteInput,
  savePlanInput,
  standingOutput,
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
      getBoard(ctx.scope, { ...input, answerDays: ctx.organization.answerDays }, ctx.now),
    ),
  stages: orgProcedure('jobs:read')
    .input(pipelineJobInput)
    .output(planOutput)
    .query(({ ctx, input }) => getStages(ctx.scope, input.jobId)),
  stageChoices: orgProcedure('jobs:write')
    .input(pipelineJobInput)
    .output(planChoicesOutput)
    .query(({ ctx, input }) => getPlanChoices(ctx.scope, input.jobId)),
  saveStages: orgProcedure('jobs:write')
    .input(savePlanInput)
    .output(planOutput)
    .mutation(({ ctx, input }) => savePlan(ctx.scope, input)),
  candidate: orgProcedure('candidates:read')
    .input(candidateInput)
    .output(candidateForEmployerOutput)
    .query(({ ctx, input }) =>
      getCandidate(ctx.scope, { ...input, answerDays: ctx.organization.answerDays }, ctx.now),
    ),
  coverageChanges: orgProcedure('candidates:read')
    .input(pipelinePersonInput)
    .output(coverageChangeOutput.array())
    .query(({ ctx, input }) => listCoverageChanges(ctx.scope, input)),
  standing: orgProcedure('candidates:read')
    .input(pipelinePersonInput)
    .output(standingOutput)
    .query(({ ctx, input }) => getStanding(ctx.scope, input)),
  addNote: orgProcedure('applications:write')
    .input(addNoteInput)
    .output(noteIdOutput)
    .mutation(({ ctx, input }) => addNote(ctx.scope, input, ctx.now)),
  removeNote: orgProcedure('applications:write')
    .input(removeNoteInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeNote(ctx.scope, input)),
  declineOptions: orgProcedure('applications:write')
    .input(declineOptionsInput)
    .output(declineOptionsOutput)
    .query(({ ctx, input }) => getDeclineOptions(ctx.scope, input, ctx.now)),
  move: orgProcedure('applications:write')
    .input(moveInput)
    .output(movedOutput)
    .mutation(({ ctx, input }) => moveStage(ctx.scope, input, ctx.now)),
  decline: orgProcedure('applications:write')
    .input(declineInput)
    .output(declinedOutput)
    .mutation(({ ctx, input }) => declineCandidates(ctx.scope, input, ctx.now)),
  undo: orgProcedure('applications:write')
    .input(undoInput)
    .output(movedOutput)
    .mutation(({ ctx, input }) => undoStage(ctx.scope, input, ctx.now)),
});
