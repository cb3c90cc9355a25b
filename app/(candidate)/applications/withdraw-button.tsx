'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import type { MyApplicationOutput } from '#server/applications/schemas.ts';
import { useSay } from '../use-say.ts';

/** Takes back what an employer may see; it asks, because their view ends at once. */
export function WithdrawButton({
  application,
}: {
  application: Pick<MyApplicationOutput, 'id' | 'job' | 'stage'>;
}) {
  const t = useTranslations('candidate.applications');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const [asking, setAsking] = useState(false);
  const { id, job, stage } = application;
  const ended = stage === 'declined' || stage === 'hired';
  const withdraw = useMutation(
    trpc.applications.withdraw.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        done(t('withdrawn', { title: job.title }));
      },
      onError: failed,
    }),
  );
  return (
    <Dialog
      open={asking}
      onOpenChange={setAsking}
      trigger={<Button size="sm">{t(ended ? 'takeBack' : 'withdraw')}</Button>}
      title={t('withdrawTitle', { title: job.title })}
      description={t('withdrawHelp', { employer: job.employer.name })}
      actions={
        <>
          <Button tone="stop" onClick={() => withdraw.mutate({ applicationId: id })}>
            {t('withdrawDo')}
          </Button>
          <DialogClose>
            <Button>{t('keep')}</Button>
          </DialogClose>
        </>
      }
    />
  );
}
