'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { WalletRow } from './wallet-row.tsx';
import type { WalletView } from './wallet-view.ts';

type Group = 'counting' | 'others';
type Asked = { group: Group; view: WalletView; cursor: string; remaining: number; seen: number };

const step = 20;

function usePages({ group, view, cursor, seen }: Asked, wanted: number) {
  const trpc = useTRPC();
  const pages = useInfiniteQuery({
    ...trpc.credentials.walletPage.infiniteQueryOptions(
      { group, ...view },
      { initialCursor: cursor, getNextPageParam: (last) => last.nextCursor },
    ),
    enabled: wanted > 0,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage, refetch } = pages;
  const have = data?.pages.length ?? 0;
  useEffect(() => {
    if (have > 0 && have < wanted && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [have, wanted, hasNextPage, isFetching, isError, fetchNextPage]);
  // The page was rendered anew because something changed: what was fetched since may have changed with it.
  const known = useRef(seen);
  useEffect(() => {
    if (known.current === seen) return;
    known.current = seen;
    if (wanted > 0) void refetch();
  }, [seen, wanted, refetch]);
  return pages;
}

function Rows({ wanted, onMore, ...asked }: Asked & { wanted: number; onMore: () => void }) {
  const t = useTranslations('candidate.wallet');
  const list = useRef<HTMLUListElement>(null);
  const { data, isFetching, isError, refetch } = usePages(asked, wanted);
  const rows = data?.pages.flatMap((page) => page.items) ?? [];
  const left = asked.remaining - rows.length;
  // Whoever asked for more goes on reading at the first of them.
  const shown = useRef(rows.length);
  useEffect(() => {
    const before = shown.current;
    shown.current = rows.length;
    if (rows.length > before) list.current?.children[before]?.querySelector('a')?.focus();
  }, [rows.length]);
  return (
    <>
      {rows.length > 0 && (
        <ul ref={list}>
          {rows.map((credential) => (
            <WalletRow key={credential.id} credential={credential} />
          ))}
        </ul>
      )}
      <p className="vh" role="status">
        {rows.length > 0 && t('moreShown', { count: rows.length })}
      </p>
      {isError && (
        <Note tone="bad" live>
          {t('moreFailed')}{' '}
          <Button size="sm" onClick={() => void refetch()}>
            {t('again')}
          </Button>
        </Note>
      )}
      {left > 0 && !isError && (
        <p className="py-3">
          <Button size="sm" aria-disabled={isFetching || undefined} onClick={() => !isFetching && onMore()}>
            {t('more', { count: Math.min(left, step) })}
          </Button>
        </p>
      )}
    </>
  );
}

/** The rest of a group, twenty at a time. `seen` changes with each rendering of the page by the server. */
export function MoreRows(asked: Asked) {
  const [wanted, setWanted] = useState(0);
  return <Rows key={asked.cursor} {...asked} wanted={wanted} onMore={() => setWanted(wanted + 1)} />;
}
