import { z } from 'zod';
import {
  applyToJob,
  countJobsGaining,
  getAnswerTimes,
  getCoverage,
  getCoverages,
  getMyRank,
  listJobsForCredential,
  listJobsForMe,
  listMyApplications,
  listNotesAbout,
  previewApplication,
  weighCredentials,
  withdrawApplication,
} from '#server/applications/index.ts';
import {
  answerTimeOutput,
  answerTimesInput,
  applicationIdInput,
  applicationJobInput,
  applyInput,
  applyOutput,
  coveragesInput,
  coveragesOutput,
  gainingInput,
  gainingOutput,
  jobsForCredentialOutput,
  jobsForMeInput,
  jobsForMeOutput,
  myApplicationOutput,
  noteAboutMeOutput,
  previewInput,
  previewOutput,
  stakeOutput,
} from '#server/applications/schemas.ts';
import { credentialIdInput } from '#server/credentials/schemas.ts';
import { coverageOutput, myRankOutput } from '#server/matching/schemas.ts';
import { candidateProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const applicationsRouter = t.router({
  answerTimes: publicProcedure
    .input(answerTimesInput)
    .output(answerTimeOutput.array())
    .query(({ ctx, input }) => getAnswerTimes(input.employers, ctx.now)),
  coverage: candidateProcedure
    .input(applicationJobInput)
    .output(coverageOutput)
    .query(({ ctx, input }) => getCoverage(ctx.scope, input.jobId, ctx.now)),
  coverages: candidateProcedure
    .input(coveragesInput)
    .output(coveragesOutput)
    .query(({ ctx, input }) => getCoverages(ctx.scope, input.jobIds, ctx.now)),
  jobsForCredential: candidateProcedure
    .input(credentialIdInput)
    .output(jobsForCredentialOutput)
    .query(({ ctx, input }) => listJobsForCredential(ctx.scope, input.id, ctx.now)),
  jobsForMe: candidateProcedure
    .input(jobsForMeInput)
    .output(jobsForMeOutput)
    .query(({ ctx, input }) => listJobsForMe(ctx.scope, input, ctx.now)),
  rank: candidateProcedure
    .input(applicationJobInput)
    .output(myRankOutput)
    .query(({ ctx, input }) => getMyRank(ctx.scope, input.jobId, ctx.now)),
  jobsGaining: candidateProcedure
    .input(gainingInput)
    .output(gainingOutput)
    .query(({ ctx, input }) => countJobsGaining(ctx.scope, input.credentialId, ctx.now)),
  preview: candidateProcedure
    .input(previewInput)
    .output(previewOutput)
    .query(({ ctx, input }) => previewApplication(ctx.scope, input, ctx.now)),
  submit: candidateProcedure
    .input(applyInput)
    .output(applyOutput)
    .mutation(({ ctx, input }) => applyToJob(ctx.scope, input, ctx.now)),
  mine: candidateProcedure
    .output(myApplicationOutput.array())
    .query(({ ctx }) => listMyApplications(ctx.scope, ctx.now)),
  stakes: candidateProcedure
    .output(stakeOutput.array())
    .query(({ ctx }) => weighCredentials(ctx.scope, ctx.now)),
  notes: candidateProcedure
    .input(applicationIdInput)
    .output(noteAboutMeOutput.array())
    .query(({ ctx, input }) => listNotesAbout(ctx.scope, input.applicationId)),
  withdraw: candidateProcedure
    .input(applicationIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawApplication(ctx.scope, input.applicationId, ctx.now)),
});
