'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { useSay } from '../../use-say.ts';

/** Gives the page a new address; the old one cannot be brought back, so it asks first. */
export function RenewAddress() {
  const t = useTranslations('share.renew');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const [open, setOpen] = useState(false);
  const renew = useMutation(
    trpc.profile.renewPage.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        done(t('done'));
      },
      onError: failed,
    }),
  );
  return (
    <p className="py-3">
      <Dialog
        title={t('title')}
        description={t('help')}
        open={open}
        onOpenChange={setOpen}
        trigger={<Button size="sm">{t('button')}</Button>}
        actions={
          <>
            <Button
              tone="stop"
              onClick={() => {
                if (!renew.isPending) renew.mutate();
              }}
            >
              {t('do')}
            </Button>
            <DialogClose>
              <Button>{t('keep')}</Button>
            </DialogClose>
          </>
        }
      />
    </p>
  );
}
