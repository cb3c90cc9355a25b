'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';

/** Confirms at the press of a button and says what follows. */
export function ConfirmAddress({ token }: { token: string }) {
  const t = useTranslations('verify.mailed');
  const trpc = useTRPC();
  const result = useRef<HTMLDivElement>(null);
  const confirm = useMutation(trpc.account.confirmAddress.mutationOptions());
  const { isSuccess, isError, data, error } = confirm;
  useEffect(() => {
    if (isSuccess || isError) result.current?.focus();
  }, [isSuccess, isError]);
  if (isSuccess) {
    return (
      <div ref={result} tabIndex={-1} className="stack outline-none">
        <Note>
          <p>
            <b>{t('done', { address: data.address })}</b>
          </p>
          <p>{t('doneHelp')}</p>
        </Note>
        <ButtonLink tone="go" href="/wallet">
          {t('wallet')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div ref={result} tabIndex={-1} className="stack outline-none">
      {isError && (
        <Note tone="bad">
          <p>
            <b>{t('failed')}</b>
          </p>
          <p>
            {error.message} {error.data?.hint} <AppLink href="/profile#addresses">{t('profile')}</AppLink>
          </p>
        </Note>
      )}
      <p className="soft">{t('lead')}</p>
      <Button tone="go" onClick={() => confirm.mutate({ token })}>
        {t('button')}
      </Button>
    </div>
  );
}
