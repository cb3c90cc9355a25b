'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { type KeptBadge, takeKeptBadge } from '#app/verify/kept-badge.ts';
import type { ImportItemOutput } from '#server/credentials/schemas.ts';
import { DropArea } from './drop-area.tsx';
import { FromWallet } from './from-wallet.tsx';
import { ImportList } from './import-list.tsx';
import { isOpen } from './is-open.ts';
import { useDropped } from './use-dropped.ts';
import { useSending } from './use-sending.ts';

const lookEveryMs = 700;

/** The items of the import, asked for again and again while one of them is open, and not at all otherwise. */
function useImports(initial: ImportItemOutput[]) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = trpc.credentials.imports.queryOptions(undefined, {
    initialData: initial,
    refetchInterval: (query) => (query.state.data?.some(isOpen) ? lookEveryMs : false),
    refetchOnWindowFocus: true,
  });
  const imports = useQuery(options);
  const look = () => queries.invalidateQueries({ queryKey: options.queryKey });
  const dismissal = useMutation(trpc.credentials.dismissImports.mutationOptions({ onSettled: look }));
  return { imports, look, dismiss: (id: string | null) => dismissal.mutate({ id }) };
}

/** Hands in what somebody checked and asked to keep before they were signed in. */
function useKeptBadge(onFound: (badge: KeptBadge) => void): void {
  const found = useRef(onFound);
  found.current = onFound;
  useEffect(() => {
    void takeKeptBadge().then((badge) => {
      if (badge !== null) found.current(badge);
    });
  }, []);
}

/** Adding credentials: hand them in, then watch what becomes of each. */
export function ImportDesk({ initial, link }: { initial: ImportItemOutput[]; link: string }) {
  const t = useTranslations('candidate.import');
  const heading = useRef<HTMLHeadingElement>(null);
  const { imports, look, dismiss } = useImports(initial);
  const sending = useSending(look);
  const over = useDropped(sending.add);
  const [kept, setKept] = useState(false);
  useKeptBadge((badge) => {
    sending.add([badge.file ? { source: 'file', file: badge.file } : { source: 'paste', text: badge.text }]);
    setKept(true);
  });
  const items = imports.data;
  const nothing = items.length === 0 && sending.items.length === 0;
  const finished = items.filter((item) => !isOpen(item)).length;
  const backToHead = () => heading.current?.focus();
  return (
    <div className="wrap form stack-6">
      <PageTitle title={t('title')}>{t('lead')}</PageTitle>
      <DropArea key={String(kept)} over={over} link={kept ? '' : link} onSubmit={sending.add} />
      <FromWallet onDone={look} />
      <section className="stack-2" aria-labelledby="import-list">
        <h2 id="import-list" ref={heading} tabIndex={-1}>
          {t('list')}
        </h2>
        {imports.isError && (
          <Note tone="bad" live>
            <p>{t('listFailed', { why: imports.error.message })}</p>
            <Button size="sm" onClick={() => void imports.refetch()}>
              {t('again')}
            </Button>
          </Note>
        )}
        {nothing ? (
          <p className="soft sm">{t('empty')}</p>
        ) : (
          <ImportList
            outgoing={sending.items}
            items={items}
            onDismissOutgoing={(key) => {
              sending.dismiss(key);
              backToHead();
            }}
            onDismiss={(id) => {
              dismiss(id);
              backToHead();
            }}
          />
        )}
      </section>
      <div className="row between">
        <p className="t13 quiet">{t('leave')}</p>
        <div className="row">
          {finished > 1 && (
            <Button
              onClick={() => {
                dismiss(null);
                backToHead();
              }}
            >
              {t('dismissAll')}
            </Button>
          )}
          <ButtonLink tone={nothing ? 'plain' : 'go'} href="/wallet">
            {t('wallet')}
          </ButtonLink>
        </div>
      </div>
      <Note icon={<WifiOff className="ic" aria-hidden />}>
        <p>{t.rich('dropsNote', { b: (words) => <b>{words}</b> })}</p>
      </Note>
    </div>
  );
}
