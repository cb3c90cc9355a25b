'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';

/** Lets in what the wallet showed, at the press of a button, and says what follows. */
export function LetIn({ code }: { code: string }) {
  const t = useTranslations('holder.arrival');
  const trpc = useTRPC();
  const result = useRef<HTMLDivElement>(null);
  const finish = useMutation(trpc.wallets.finish.mutationOptions());
  const { isSuccess, isError, data, error } = finish;
  useEffect(() => {
    if (isSuccess || isError) result.current?.focus();
  }, [isSuccess, isError]);
  return (
    <div ref={result} tabIndex={-1} className="stack outline-none">
      {isSuccess ? (
        <>
          <Note>
            <p>
              <b>{t('added', { credentials: data.credentials })}</b>
            </p>
          </Note>
          <ButtonLink tone="go" href="/wallet/import">
            {t('see')}
          </ButtonLink>
        </>
      ) : (
        <>
          {isError && (
            <Note tone="bad">
              <p>
                <b>{t('failed')}</b>
              </p>
              <p>
                {error.message} {error.data?.hint}
              </p>
            </Note>
          )}
          <p className="soft">{t('yours')}</p>
          <Button tone="go" onClick={() => finish.mutate({ code })}>
            {t('add')}
          </Button>
        </>
      )}
    </div>
  );
}
