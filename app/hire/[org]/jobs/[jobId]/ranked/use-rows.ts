'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTRPCClient } from '#app/trpc/client.tsx';
import type { RankedRowOutput, RankingListOutput } from '#server/matching/schemas.ts';
import type { OpenList } from './list-context.ts';

/**
 * The rows of a list, a page of 50 at a time. The first page comes with the page itself; when that is read anew,
 * after a move, the pages behind it are, too. `more` gives false when there is nothing more or it did not come.
 */
export function useRows({ org, jobId, view }: OpenList, first: RankingListOutput) {
  const client = useTRPCClient();
  const [pages, setPages] = useState<RankingListOutput[]>([first]);
  const [failed, setFailed] = useState(false);
  const [loading, setLoading] = useState(false);
  const known = useRef(pages);
  known.current = pages;
  const running = useRef<Promise<boolean> | null>(null);

  const read = useCallback(
    (cursor: string) => client.ranking.list.query({ org, jobId, ...view, cursor }),
    [client, org, jobId, view],
  );

  const load = useCallback(
    async (from: RankingListOutput[], upTo: number): Promise<boolean> => {
      setLoading(true);
      setFailed(false);
      const all = [...from];
      try {
        for (let next = all.at(-1)?.nextCursor; next && all.length < upTo; next = all.at(-1)?.nextCursor)
          all.push(await read(next));
        setPages(all);
        return true;
      } catch {
        setPages(all);
        setFailed(true);
        return false;
      } finally {
        setLoading(false);
      }
    },
    [read],
  );

  const list = useRef(view);
  useEffect(() => {
    if (known.current[0] === first) return;
    // Another list begins with its first page; the same list keeps as many as it had.
    const pagesBefore = list.current === view ? known.current.length : 1;
    list.current = view;
    void load([first], pagesBefore);
  }, [first, view, load]);

  const more = useCallback((): Promise<boolean> => {
    if (!known.current.at(-1)?.nextCursor) return Promise.resolve(false);
    // Asked again while it runs, it is the same asking.
    running.current ??= load(known.current, known.current.length + 1).finally(() => {
      running.current = null;
    });
    return running.current;
  }, [load]);

  // Somebody who moved up between two pages would stand in both.
  const rows = [
    ...new Map<string, RankedRowOutput>(
      pages.flatMap((page) => page.items.map((row) => [row.candidateId, row])),
    ).values(),
  ];
  return { rows, more, failed, loading, isMore: pages.at(-1)?.nextCursor != null };
}
