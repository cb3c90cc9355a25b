'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { QrCode as QrIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { WalletAnswer } from './wallet-answer.tsx';
import { WalletRequest } from './wallet-request.tsx';

const lookEveryMs = 2_000;
const ended = ['done', 'refused', 'over'];

/** A request to a wallet: started here, watched until it was answered, and ended by the code that comes back. */
export function FromWallet({ onDone }: { onDone: () => unknown }) {
  const t = useTranslations('holder.wallet');
  const trpc = useTRPC();
  const start = useMutation(trpc.wallets.start.mutationOptions());
  const request = start.data;
  const id = request?.id ?? '';
  const state = useQuery(
    trpc.wallets.state.queryOptions(
      { id },
      {
        enabled: request !== undefined,
        refetchInterval: (query) => (ended.includes(query.state.data?.standing ?? '') ? false : lookEveryMs),
      },
    ),
  );
  const standing = request === undefined ? 'none' : (state.data?.standing ?? 'waiting');
  const status = useRef<HTMLDivElement>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (standing === 'done') void done.current();
    if (standing !== 'none' && standing !== 'waiting') status.current?.focus();
  }, [standing]);
  const ask = (plain: boolean) => start.mutate({ plain });
  return (
    <Section title={t('title')}>
      {standing === 'none' && (
        <>
          <p className="sm soft">{t('help')}</p>
          {start.isError && (
            <Note tone="bad" live>
              <p>{t('failed', { why: start.error.message })}</p>
            </Note>
          )}
          <Button icon={<QrIcon className="ic" aria-hidden />} onClick={() => ask(false)}>
            {t('start')}
          </Button>
        </>
      )}
      {request !== undefined && standing === 'waiting' && (
        <WalletRequest
          link={request.link}
          isPlain={start.variables?.plain === true}
          onPlain={() => ask(true)}
          onCancel={() => start.reset()}
        />
      )}
      <div ref={status} tabIndex={-1} className="outline-none">
        {standing !== 'none' && standing !== 'waiting' && (
          <WalletAnswer
            standing={standing}
            code={state.data?.code ?? null}
            onLetIn={() => state.refetch()}
            onAgain={() => ask(false)}
            onClose={() => start.reset()}
          />
        )}
      </div>
    </Section>
  );
}
