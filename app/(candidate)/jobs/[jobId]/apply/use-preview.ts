'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import type { PreviewOutput } from '#server/applications/schemas.ts';

/** The ticks, and what the employer would see of them: counted by the server, never here. */
export function usePreview(initial: PreviewOutput) {
  const trpc = useTRPC();
  const [ticked, setTicked] = useState<readonly string[]>(() =>
    initial.credentials.filter((credential) => credential.ticked).map((credential) => credential.id),
  );
  const [touched, setTouched] = useState(false);
  const preview = useQuery({
    ...trpc.applications.preview.queryOptions({ jobId: initial.job.id, credentialIds: [...ticked] }),
    enabled: touched,
    placeholderData: keepPreviousData,
  });
  const toggle = (id: string) => {
    setTouched(true);
    // In the order of the list, so that ticking back and forth asks for the same thing again.
    const next = new Set(ticked.includes(id) ? ticked.filter((known) => known !== id) : [...ticked, id]);
    setTicked(initial.credentials.map((credential) => credential.id).filter((known) => next.has(known)));
  };
  const stale = touched && (preview.isFetching || preview.isPlaceholderData);
  return {
    ticked,
    toggle,
    coverage: preview.data?.coverage ?? initial.coverage,
    stale,
    error: preview.error,
  };
}
