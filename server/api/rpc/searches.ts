import { changeSearch, listSavedSearches, removeSearch, saveSearch } from '#server/matching/index.ts';
import {
  changeSearchInput,
  rankedPersonInput,
  savedSearchOutput,
  saveSearchInput,
  searchIdInput,
} from '#server/matching/schemas.ts';
import { orgProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

/** Saved searches: each member's own. */
export const searchesRouter = t.router({
  list: orgProcedure('candidates:read')
    .input(rankedPersonInput.pick({ jobId: true }))
    .output(savedSearchOutput.array())
    .query(({ ctx, input }) => listSavedSearches(ctx.scope, input.jobId)),
  save: orgProcedure('candidates:read')
    .input(saveSearchInput)
    .output(savedSearchOutput)
    .mutation(({ ctx, input }) => saveSearch(ctx.scope, input, ctx.now)),
  change: orgProcedure('candidates:read')
    .input(changeSearchInput)
    .output(savedSearchOutput)
    .mutation(({ ctx, input }) => changeSearch(ctx.scope, input, ctx.now)),
  remove: orgProcedure('candidates:read')
    .input(searchIdInput)
    .mutation(({ ctx, input }) => removeSearch(ctx.scope, input.id)),
});
