'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { useStages } from '../../stage-plan.tsx';

/** How often an open page asks whether it still says what is the case. */
const everyMs = 30_000;

interface Change {
  version: number;
  stage: string;
  by: string | null;
  at: Date;
}

/**
 * Asks now and then, while the page is looked at, whether the application still stands as shown. When the candidate
 * withdrew the page turns into the one that says so; when a colleague moved them a line says who and where to.
 */
export function Watch({
  org,
  jobId,
  candidateId,
  version,
  name,
}: {
  org: string;
  jobId: string;
  candidateId: string;
  version: number;
  name: string;
}) {
  const t = useTranslations('hire.candidate');
  const format = useFormatter();
  const client = useTRPCClient();
  const router = useRouter();
  const { nameOf } = useStages();
  const [change, setChange] = useState<Change | null>(null);
  useEffect(() => {
    let gone = false;
    async function ask() {
      if (document.visibilityState !== 'visible' || gone) return;
      try {
        const now = await client.pipeline.standing.query({ org, jobId, candidateId });
        if (!gone) setChange(now);
      } catch (error) {
        const { code } = readRefused(error);
        // No net says nothing about the application.
        if (!gone && code !== 'net.failed') router.refresh();
      }
    }
    const timer = setInterval(() => void ask(), everyMs);
    const onLook = () => void ask();
    document.addEventListener('visibilitychange', onLook);
    window.addEventListener('online', onLook);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onLook);
      window.removeEventListener('online', onLook);
    };
  }, [client, router, org, jobId, candidateId]);
  if (!change || change.version <= version) return null;
  const words = {
    who: change.by ? 'named' : 'somebody',
    by: change.by ?? '',
    name,
    stage: nameOf(change.stage),
    when: format.relativeTime(change.at, new Date()),
  };
  return (
    <Note tone="warn" live>
      <p>{t('changedHere', words)}</p>
      <Button size="sm" onClick={() => router.refresh()}>
        {t('seeIt')}
      </Button>
    </Note>
  );
}
