'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import type { AddressOutput } from '#server/accounts/schemas.ts';
import { useSay } from '../use-say.ts';

/** Sends the mail again, or takes the address away; a confirmed one only after asking. */
export function AddressActions({ entry }: { entry: AddressOutput }) {
  const t = useTranslations('candidate.profile');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const [asking, setAsking] = useState(false);
  const { id, address, confirmedAt } = entry;
  const again = useMutation(
    trpc.account.addAddress.mutationOptions({
      onSuccess: () => done(t('added', { address })),
      onError: failed,
    }),
  );
  const remove = useMutation(
    trpc.account.removeAddress.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        done(t('removed', { address }));
      },
      onError: failed,
    }),
  );
  return (
    <span className="row tight justify-end">
      {confirmedAt === null && (
        <Button
          size="sm"
          bare
          aria-label={t('sendAgainTo', { address })}
          onClick={() => again.mutate({ address })}
        >
          {t('sendAgain')}
        </Button>
      )}
      <Button
        size="sm"
        bare
        aria-label={t('removeAddressOf', { address })}
        onClick={() => (confirmedAt === null ? remove.mutate({ id }) : setAsking(true))}
      >
        {t('removeAddress')}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('removeAddressTitle', { address })}
        description={t('removeAddressHelp')}
        actions={
          <>
            <Button tone="stop" onClick={() => remove.mutate({ id })}>
              {t('removeAddress')}
            </Button>
            <DialogClose>
              <Button>{t('keep')}</Button>
            </DialogClose>
          </>
        }
      />
    </span>
  );
}
