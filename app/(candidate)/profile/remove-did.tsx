'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { useSay } from '../use-say.ts';

/** Takes a DID away, after asking: credentials may hang on it. */
export function RemoveDid({ did }: { did: string }) {
  const t = useTranslations('holder.dids');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.account.removeDid.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        done(t('removed'));
      },
      onError: failed,
    }),
  );
  return (
    <>
      <Button size="sm" bare aria-label={t('removeOf', { did })} onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('removeTitle')}
        description={<span className="break-all">{t('removeHelp', { did })}</span>}
        actions={
          <>
            <Button tone="stop" onClick={() => remove.mutate({ did })}>
              {t('remove')}
            </Button>
            <DialogClose>
              <Button>{t('keep')}</Button>
            </DialogClose>
          </>
        }
      />
    </>
  );
}
