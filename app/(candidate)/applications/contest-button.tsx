'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { TextArea } from '#app/ui/base/field.tsx';
import { useSay } from '../use-say.ts';

type Props = { applicationId: string; title: string; employer: string };

/** Contests a decline; it asks, because a person elsewhere has to answer it. */
export function ContestButton({ applicationId, title, employer }: Props) {
  const t = useTranslations('candidate.applications.contest');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState('');
  const contest = useMutation(
    trpc.contests.open.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        done(t('sent'));
      },
      onError: failed,
    }),
  );
  const send = () => {
    if (!contest.isPending) contest.mutate({ applicationId, ...(text.trim() ? { text } : {}) });
  };
  return (
    <Dialog
      open={asking}
      onOpenChange={setAsking}
      trigger={<Button size="sm">{t('ask')}</Button>}
      title={t('title', { title })}
      description={t('help', { employer })}
      actions={
        <>
          <Button tone="go" onClick={send}>
            {t('send')}
          </Button>
          <DialogClose>
            <Button>{t('leave')}</Button>
          </DialogClose>
        </>
      }
    >
      <TextArea
        id="contest-text"
        label={t('text')}
        hint={t('textHint')}
        optional
        rows={4}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  );
}
