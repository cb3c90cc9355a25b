'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { useSay } from '../use-say.ts';

/** Ends every sign-in of this account, this one too. */
export function Sessions() {
  const t = useTranslations('candidate.profile');
  const trpc = useTRPC();
  const { failed } = useSay();
  const [asking, setAsking] = useState(false);
  const signOut = useMutation(
    trpc.account.signOutEverywhere.mutationOptions({
      // A whole new page: nothing that was loaded for this person may stay.
      onSuccess: () => window.location.assign('/sign-in'),
      onError: failed,
    }),
  );
  return (
    <Section title={t('sessions')}>
      <p className="sm soft">{t('sessionsHelp')}</p>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        trigger={<Button tone="stop">{t('signOutAll')}</Button>}
        title={t('signOutTitle')}
        description={t('signOutHelp')}
        actions={
          <>
            <Button tone="stop" onClick={() => signOut.mutate()}>
              {t('signOutDo')}
            </Button>
            <DialogClose>
              <Button>{t('stay')}</Button>
            </DialogClose>
          </>
        }
      />
    </Section>
  );
}
