import { handleTask, type TaskHandler } from '#server/platform/queue-runner.ts';
import { askForChecks, checkForMatches } from './check-searches.ts';
import { checkSearch, checkSearches } from './tasks.ts';

/** The background work of this domain. Every handler may run twice. */
export const matchingHandlers: readonly TaskHandler[] = [
  handleTask(checkSearches, askForChecks),
  handleTask(checkSearch, ({ searchId }) => checkForMatches(searchId, new Date())),
];
