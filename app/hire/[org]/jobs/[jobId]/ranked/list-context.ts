import {
  type ListView,
  type RankingFilter,
  type RankingSort,
  writeListView,
} from '#server/matching/schemas.ts';

/** The list that is open: whose it is, which job's, narrowed and ordered how. */
export interface OpenList {
  org: string;
  jobId: string;
  view: ListView;
}

/** The address of the same list with other filters or another order. */
export function hrefOf(view: ListView, change: { filter?: RankingFilter; sort?: RankingSort } = {}): string {
  return writeListView({ ...view, ...change }) || '?';
}
