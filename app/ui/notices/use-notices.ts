'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#app/trpc/client.tsx';
import type { NoticeOutput, UnreadOutput } from '#server/notifications/schemas.ts';

const slowly = 120_000;

/** How much is unread: as the page came with it, asked again when the window is looked at, and now and then. */
export function useUnread(initial: UnreadOutput): UnreadOutput {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.notifications.unread.queryOptions(undefined, {
      initialData: initial,
      staleTime: 20_000,
      refetchInterval: slowly,
      refetchOnWindowFocus: true,
    }),
  );
  return data;
}

/** Marks news as read, one piece or all that was on show, and counts anew. */
export function useReading() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const countAnew = () => queries.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
  const one = useMutation(trpc.notifications.read.mutationOptions({ onSettled: countAnew }));
  const all = useMutation(trpc.notifications.readAll.mutationOptions({ onSettled: countAnew }));
  return {
    read: ({ id, readAt }: NoticeOutput) => {
      if (readAt === null) one.mutate({ id });
    },
    readAll: (notices: readonly NoticeOutput[], done?: () => void) => {
      const [newest] = notices;
      if (newest) all.mutate({ until: newest.at }, { onSuccess: () => done?.() });
    },
    failed: all.isError,
  };
}
