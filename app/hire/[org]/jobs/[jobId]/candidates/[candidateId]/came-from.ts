/** The list one came from, as it stands in the address of a candidate's page: the board, or the ranking filtered. */
import { type Query, readListView, writeListView } from '#server/matching/schemas.ts';

/** Which list, with what the procedure asks for and what the addresses of its other people end with. */
export function readCameFrom(query: Query) {
  if (query.from === 'board') return { from: 'board' as const, rest: '?from=board', list: '' };
  const view = readListView(query);
  const rest = writeListView(view);
  return { from: 'ranking' as const, filter: view.filter, rest, list: rest };
}
