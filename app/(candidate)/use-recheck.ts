'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { standingOf, verdictWordKey } from '#app/ui/proof/standing.ts';
import type { CredentialOutput } from '#server/credentials/schemas.ts';

const lookEveryMs = 1_000;
const patienceMs = 30_000;

type Checked = Pick<CredentialOutput, 'id' | 'title' | 'checkedAt' | 'verdict' | 'bound' | 'code'>;

/**
 * Asks for a check now and looks for its result until the page's credential carries a newer one. `tell` gets
 * one sentence at the end: the verdict, or that the check waits in the queue.
 */
export function useRecheck(credential: Checked, tell: (words: string) => void) {
  const t = useTranslations('candidate');
  const verdicts = useTranslations('ui.verdict');
  const trpc = useTRPC();
  const router = useRouter();
  const [before, setBefore] = useState<number | null>(null);
  const telling = useRef(tell);
  telling.current = tell;
  const { id, title, verdict, bound, code } = credential;
  const checkedAt = credential.checkedAt.getTime();
  const word = verdicts(verdictWordKey(standingOf(verdict, bound), code));
  const done = before !== null && checkedAt > before;

  useEffect(() => {
    if (!done) return;
    setBefore(null);
    telling.current(t('actions.rechecked', { title, verdict: word }));
  }, [done, title, word, t]);

  // One look at a time: asking anew would throw away an answer that is on its way.
  const [looking, startLook] = useTransition();
  const busy = useRef(looking);
  busy.current = looking;
  useEffect(() => {
    if (before === null) return;
    const until = Date.now() + patienceMs;
    const timer = setInterval(() => {
      if (busy.current) return;
      if (Date.now() < until) return startLook(() => router.refresh());
      setBefore(null);
      telling.current(t('actions.recheckSlow'));
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [before, router, t]);

  const ask = useMutation(
    trpc.credentials.recheck.mutationOptions({
      onError: (error) => {
        setBefore(null);
        telling.current(t('failed', { why: error.message }));
      },
    }),
  );
  return {
    busy: before !== null,
    recheck: () => {
      if (before !== null) return;
      setBefore(checkedAt);
      ask.mutate({ id });
    },
  };
}
