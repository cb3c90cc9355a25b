import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';

/** The clock says: look for new matches of all saved searches with a bell. */
export const checkSearches = defineTask('matching.check-searches', z.object({}).loose());

/** Looks for new matches of one saved search. */
export const checkSearch = defineTask('matching.check-search', z.object({ searchId: z.uuid() }));

/** News: a saved search found people whom it had not found before. */
export const searchMatched = defineTask(
  'matching.search-matched',
  z.object({ searchId: z.uuid(), people: z.int().positive(), at: z.iso.datetime() }),
);
