'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useTRPC, useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';

const lookMs = 30_000;

/**
 * "2 ranks changed, show" when there is a newer order than the one on the page. While the page is looked at, a mark is
 * asked for every half minute; people are ranked anew only once it is another. Nothing moves before the button is
 * pressed: `onShow` is called then, and the page is loaded again.
 */
export function NewerOrder({
  org,
  jobId,
  mark,
  onShow,
}: {
  org: string;
  jobId: string;
  mark: string;
  onShow: () => void;
}) {
  const t = useTranslations('hire.moves');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const [loading, startLoading] = useTransition();
  const asked = { org, jobId };
  const latest = useQuery(
    trpc.ranking.mark.queryOptions(asked, {
      initialData: mark,
      staleTime: lookMs / 2,
      refetchInterval: lookMs,
      refetchOnWindowFocus: true,
    }),
  );
  const isOther = latest.data !== mark;
  const changes = useQuery({
    // Counted once for each mark.
    queryKey: ['rank-changes', jobId, mark, latest.data],
    queryFn: () => client.ranking.changes.query(asked),
    enabled: isOther,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const count = isOther ? (changes.data ?? 0) : 0;
  return (
    <div role="status" className={count > 0 ? 'newer row' : undefined}>
      {count > 0 && (
        <>
          <span>{t('newer', { count })}</span>
          <Button
            size="sm"
            aria-busy={loading || undefined}
            onClick={() => {
              onShow();
              startLoading(() => router.refresh());
            }}
          >
            {t('show')}
          </Button>
        </>
      )}
    </div>
  );
}
