'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Day, Moment } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { useSay } from '../use-say.ts';
import { EraseAccount } from './erase-account.tsx';

type DataExport = {
  id: string;
  state: 'waiting' | 'ready' | 'failed';
  requestedAt: Date;
  readyAt: Date | null;
  expiresAt: Date;
  size: number | null;
};

function ExportLine({ made }: { made: DataExport }) {
  const t = useTranslations('candidate.data');
  const format = useFormatter();
  if (made.state === 'waiting') return <p className="sm soft">{t('waiting')}</p>;
  if (made.state === 'failed') return <p className="err">{t('failed')}</p>;
  const kilobytes = Math.max(1, Math.round((made.size ?? 0) / 1000));
  const size =
    kilobytes < 1000
      ? format.number(kilobytes, { style: 'unit', unit: 'kilobyte' })
      : format.number(kilobytes / 1000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return (
    <p className="sm">
      {/* A file, not a page: the browser saves it. */}
      <a href={`/api/exports/${made.id}`} download>
        <Download className="ic" aria-hidden /> {t('fetch', { size })}
      </a>{' '}
      <span className="soft">
        {t.rich('made', {
          at: () => <Moment at={made.readyAt ?? made.requestedAt} />,
          until: () => <Day at={made.expiresAt} />,
        })}
      </span>
    </p>
  );
}

/** Everything kept here, to take away; and the way to have it deleted. */
export function YourData({ exports: first, email }: { exports: DataExport[]; email: string }) {
  const t = useTranslations('candidate.data');
  const trpc = useTRPC();
  const { failed } = useSay();
  const { data: exports, refetch } = useQuery(
    trpc.privacy.exports.queryOptions(undefined, {
      initialData: first,
      // Only while one is being made is there anything to wait for.
      refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'waiting') ? 2_000 : false),
    }),
  );
  const request = useMutation(
    trpc.privacy.requestExport.mutationOptions({ onSuccess: () => void refetch(), onError: failed }),
  );
  const isWaiting = exports.some(({ state }) => state === 'waiting');
  return (
    <div id="data">
      <Section title={t('title')}>
        <p className="sm soft">{t('help')}</p>
        <div aria-live="polite" className="stack-2">
          {exports.slice(0, 3).map((made) => (
            <ExportLine key={made.id} made={made} />
          ))}
        </div>
        <div className="row">
          <Button onClick={() => !isWaiting && !request.isPending && request.mutate()}>{t('export')}</Button>
          <EraseAccount email={email} />
        </div>
      </Section>
    </div>
  );
}
