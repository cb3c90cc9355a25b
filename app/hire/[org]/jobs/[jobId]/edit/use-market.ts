'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { type Draft, marketOf, readDraft } from './draft.ts';

/** A value once it has stood still for a while; compared as text, so that equal values are one. */
function useSettled<T>(value: T, ms: number): T {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), ms);
    return () => clearTimeout(timer);
  }, [key, ms]);
  return JSON.parse(settled) as T;
}

/** The market of what is in the editor, a moment after the last change; the numbers before stay meanwhile. */
export function useMarket(org: string, jobId: string, draft: Draft) {
  const trpc = useTRPC();
  const asked = useSettled(marketOf(draft), 250);
  return useQuery({
    ...trpc.ranking.market.queryOptions({ org, jobId, ...asked }),
    placeholderData: keepPreviousData,
  });
}

/** What saving would change in the order of those who applied; only for a published job with unsaved lines. */
export function usePreview(org: string, job: JobOutput, draft: Draft, enabled: boolean) {
  const trpc = useTRPC();
  const lines = useSettled(readDraft(draft).content?.requirements ?? null, 600);
  return useQuery({
    ...trpc.ranking.previewPosting.queryOptions({ org, jobId: job.id, lines: lines ?? [] }),
    enabled: enabled && lines !== null && job.status === 'published',
    placeholderData: keepPreviousData,
  });
}
