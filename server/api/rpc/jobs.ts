import {
  closeJob,
  countPublishedJobs,
  createJob,
  getJob,
  getPublishedJob,
  listJobs,
  listPublishedJobs,
  publishJob,
  updateJob,
} from '#server/jobs/index.ts';
import {
  countPublishedInput,
  createJobInput,
  facetsOutput,
  jobIdInput,
  jobListOutput,
  jobOutput,
  jobVersionInput,
  listJobsInput,
  listPublishedInput,
  publicJobListOutput,
  publicJobOutput,
  updateJobInput,
} from '#server/jobs/schemas.ts';
import { orgProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const jobsRouter = t.router({
  create: orgProcedure('jobs:write')
    .input(createJobInput)
    .output(jobOutput)
    .mutation(({ ctx, input: { org: _org, ...content } }) => createJob(ctx.scope, content)),
  update: orgProcedure('jobs:write')
    .input(updateJobInput)
    .output(jobOutput)
    .mutation(({ ctx, input: { org: _org, ...change } }) => updateJob(ctx.scope, change, ctx.now)),
  publish: orgProcedure('jobs:write')
    .input(jobVersionInput)
    .output(jobOutput)
    .mutation(({ ctx, input }) => publishJob(ctx.scope, input, ctx.now)),
  close: orgProcedure('jobs:write')
    .input(jobVersionInput)
    .output(jobOutput)
    .mutation(({ ctx, input }) => closeJob(ctx.scope, input, ctx.now)),
  get: orgProcedure('jobs:read')
    .input(jobIdInput)
    .output(jobOutput)
    .query(({ ctx, input }) => getJob(ctx.scope, input.jobId)),
  list: orgProcedure('jobs:read')
    .input(listJobsInput)
    .output(jobListOutput)
    .query(({ ctx, input }) => listJobs(ctx.scope, input)),
  listPublished: publicProcedure
    .input(listPublishedInput)
    .output(publicJobListOutput)
    .query(({ ctx, input }) => listPublishedJobs(input, ctx.now)),
  countPublished: publicProcedure
    .input(countPublishedInput)
    .output(facetsOutput)
    .query(({ ctx, input }) => countPublishedJobs(input, ctx.now)),
  getPublished: publicProcedure
    .input(jobIdInput)
    .output(publicJobOutput)
    .query(({ ctx, input }) => getPublishedJob(input.jobId, ctx.now)),
});
