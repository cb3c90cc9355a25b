'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { forgetPages } from '#app/ui/shell/kept-pages.ts';

/** Deleting an account cannot be undone: it says what goes and what stays, and asks for one's own address. */
export function EraseAccount({ email }: { email: string }) {
  const t = useTranslations('candidate.data');
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const erase = useMutation(
    trpc.privacy.erase.mutationOptions({
      // A whole new page: nothing that was loaded for this person may stay.
      onSuccess: () => void forgetPages().finally(() => window.location.assign('/?deleted')),
      onError: ({ message }) => setProblem(message),
    }),
  );
  const submit = () => {
    if (erase.isPending) return;
    if (typed.trim().toLowerCase() !== email.toLowerCase()) return setProblem(t('eraseMismatch'));
    setProblem(null);
    erase.mutate({ email: typed });
  };
  return (
    <Dialog
      open={asking}
      onOpenChange={setAsking}
      trigger={<Button tone="stop">{t('erase')}</Button>}
      title={t('eraseTitle')}
      description={t('eraseHelp')}
      actions={
        <>
          <Button tone="stop" onClick={submit}>
            {t('eraseDo')}
          </Button>
          <DialogClose>
            <Button>{t('eraseKeep')}</Button>
          </DialogClose>
        </>
      }
    >
      <ul className="sm">
        <li>{t('eraseGoes')}</li>
        <li>{t('eraseEmployers')}</li>
        <li>{t('eraseStays')}</li>
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={t('eraseField')}
          hint={<bdi dir="ltr">{email}</bdi>}
          error={problem ?? undefined}
          type="email"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
