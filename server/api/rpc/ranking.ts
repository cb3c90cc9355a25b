import { explainCandidate, rankForJob } from '#server/matching/index.ts';
import {
  explanationOutput,
  rankedPersonInput,
  rankingListInput,
  rankingListOutput,
} from '#server/matching/schemas.ts';
import { orgProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const rankingRouter = t.router({
  list: orgProcedure('candidates:read')
    .input(rankingListInput)
    .output(rankingListOutput)
    .query(({ ctx, input }) => rankForJob(ctx.scope, input, ctx.now)),
  explain: orgProcedure('candidates:read')
    .input(rankedPersonInput)
    .output(explanationOutput)
    .query(({ ctx, input }) => explainCandidate(ctx.scope, input, ctx.now)),
});
