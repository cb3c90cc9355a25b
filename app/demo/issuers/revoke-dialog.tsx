'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { type IssuedOutput, revokeInput } from '#server/issuing/schemas.ts';

function RevokeForm({
  entry,
  onClose,
  onRevoked,
}: {
  entry: IssuedOutput;
  onClose: () => void;
  onRevoked: (entry: IssuedOutput) => void;
}) {
  const t = useTranslations('demo.desk');
  const router = useRouter();
  const revoke = useMutation(useTRPC().demo.revoke.mutationOptions());
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(revokeInput),
    defaultValues: { credentialId: entry.id, reason: '' },
  });

  const send = handleSubmit(async (input) => {
    try {
      await revoke.mutateAsync(input);
    } catch {
      return; // Said below, with what was typed still in its field.
    }
    onRevoked(entry);
    onClose();
    router.refresh();
  });

  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        error={formState.errors.reason?.message}
        maxLength={200}
        autoComplete="off"
        {...register('reason')}
      />
      {revoke.error !== null && (
        <Note tone="bad" live>
          <p>{t('failed', { message: revoke.error.message })}</p>
        </Note>
      )}
      <div className="acts row">
        <Button type="submit" tone="stop" aria-busy={revoke.isPending || undefined}>
          {revoke.isPending ? t('working') : t('confirm')}
        </Button>
        <DialogClose>
          <Button>{t('keep')}</Button>
        </DialogClose>
      </div>
    </form>
  );
}

/** Asks for the reason, because a withdrawal cannot be undone and others are told why. */
export function RevokeDialog({
  entry,
  onClose,
  onRevoked,
}: {
  entry: IssuedOutput | null;
  onClose: () => void;
  onRevoked: (entry: IssuedOutput) => void;
}) {
  const t = useTranslations('demo.desk');
  if (entry === null) return null;
  const { title, profileName: issuer, recipientName: name } = entry;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('dialogTitle', { title })}
      description={t('dialogText', { issuer, name })}
    >
      <RevokeForm key={entry.id} entry={entry} onClose={onClose} onRevoked={onRevoked} />
    </Dialog>
  );
}
