'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';

/** Removing cannot be undone, so it asks. `onRemoved` runs after it is gone. */
export function RemoveDialog({
  credential,
  open,
  onOpenChange,
  onRemoved,
}: {
  credential: Pick<CredentialOutput, 'id' | 'title'>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRemoved?: () => void;
}) {
  const t = useTranslations('candidate');
  const toast = useToast();
  const router = useRouter();
  const trpc = useTRPC();
  const { id, title } = credential;
  const remove = useMutation(
    trpc.credentials.remove.mutationOptions({
      onSuccess: () => {
        onOpenChange(false);
        toast.show({ kind: `removed ${id}`, say: () => t('actions.removed', { title }) });
        onRemoved?.();
        router.refresh();
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('actions.removeTitle', { title })}
      description={t('actions.removeHelp')}
      actions={
        <>
          <Button tone="stop" onClick={() => remove.mutate({ id })}>
            {t('actions.removeDo')}
          </Button>
          <DialogClose>
            <Button>{t('actions.keep')}</Button>
          </DialogClose>
        </>
      }
    >
      {remove.isError && (
        <p className="err" role="alert">
          {t('failed', { why: remove.error.message })}
        </p>
      )}
    </Dialog>
  );
}
