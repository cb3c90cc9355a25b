import { z } from 'zod';
import {
  countRankChanges,
  explainCandidate,
  exportRanking,
  getMark,
  getSampleMarket,
  listRankingChoices,
  measureMarket,
  previewPosting,
  rankForJob,
  selectFromRanking,
} from '#server/matching/index.ts';
import {
  explanationOutput,
  marketInput,
  marketOutput,
  postingPreviewInput,
  postingPreviewOutput,
  rankedJobInput,
  rankedPersonInput,
  rankingChoicesOutput,
  rankingFileOutput,
  rankingListInput,
  rankingListOutput,
  rankingSelectionOutput,
  rankingViewInput,
  sampleMarketOutput,
} from '#server/matching/schemas.ts';
import { orgProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const rankingRouter = t.router({
  list: orgProcedure('candidates:read')
    .input(rankingListInput)
    .output(rankingListOutput)
    .query(({ ctx, input }) => rankForJob(ctx.scope, input, ctx.now)),
  mark: orgProcedure('candidates:read')
    .input(rankedJobInput)
    .output(z.string())
    .query(({ ctx, input }) => getMark(ctx.scope, input.jobId)),
  changes: orgProcedure('candidates:read')
    .input(rankedJobInput)
    .output(z.int())
    .query(({ ctx, input }) => countRankChanges(ctx.scope, input.jobId, ctx.now)),
  choices: orgProcedure('candidates:read')
    .input(rankedPersonInput.pick({ jobId: true }))
    .output(rankingChoicesOutput)
    .query(({ ctx, input }) => listRankingChoices(ctx.scope, input.jobId, ctx.now)),
  select: orgProcedure('applications:write')
    .input(rankingViewInput)
    .output(rankingSelectionOutput)
    .query(({ ctx, input }) => selectFromRanking(ctx.scope, input, ctx.now)),
  /** A mutation: the audit log keeps who took a list away. */
  export: orgProcedure('candidates:read')
    .input(rankingViewInput)
    .output(rankingFileOutput)
    .mutation(({ ctx, input }) => exportRanking(ctx.scope, input, ctx.now)),
  explain: orgProcedure('candidates:read')
    .input(rankedPersonInput)
    .output(explanationOutput)
    .query(({ ctx, input }) => explainCandidate(ctx.scope, input, ctx.now)),
  market: orgProcedure('jobs:write')
    .input(marketInput)
    .output(marketOutput)
    .query(({ ctx, input }) => measureMarket(ctx.scope, input, ctx.now)),
  sampleMarket: orgProcedure('jobs:write')
    .output(sampleMarketOutput)
    .query(({ ctx }) => getSampleMarket(ctx.scope, ctx.now)),
  previewPosting: orgProcedure('candidates:read')
    .input(postingPreviewInput)
    .output(postingPreviewOutput)
    .query(({ ctx, input }) => previewPosting(ctx.scope, input, ctx.now)),
});
