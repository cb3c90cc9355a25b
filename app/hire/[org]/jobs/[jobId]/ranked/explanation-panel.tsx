'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { drawnCoverage } from '#app/(site)/jobs/coverage-shape.ts';
import { useReasons } from '#app/hire/use-reasons.tsx';
import { useTRPC } from '#app/trpc/client.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { CoverageRow } from '#app/ui/coverage/coverage-bar.tsx';
import { CoverageSum } from '#app/ui/coverage/points.tsx';
import { RequirementList } from '#app/ui/coverage/requirement-list.tsx';
import type { ExplanationOutput, RankedRowOutput, RankMoves } from '#server/matching/schemas.ts';
import { WhatChanged } from './what-changed.tsx';

function Facts({ row }: { row: ExplanationOutput }) {
  const t = useTranslations('hire.panel');
  return (
    <p className="quiet xs">
      {row.rank === null ? t('unranked') : t('rank', { rank: row.rank, of: row.ranked })}
      {row.appliedAt && (
        <>
          {' · '}
          {t.rich('applied', { day: () => <Day at={row.appliedAt ?? new Date(0)} /> })}
        </>
      )}
      {' · '}
      {row.disclosed === null ? t('notApplied') : t('discloses', { count: row.disclosed })}
    </p>
  );
}

function Whole({ org, row }: { org: string; row: ExplanationOutput }) {
  const t = useTranslations('hire.panel');
  const format = useFormatter();
  const reasons = useReasons(org);
  const coverage = drawnCoverage(row.coverage);
  return (
    <>
      <CoverageRow coverage={coverage} size="big" />
      <CoverageSum coverage={coverage} />
      <RequirementList coverage={coverage} reasons={reasons(row.coverage)} />
      {row.ifKnown && (
        <p className="t13">
          {t('ifKnown', {
            points: format.number(row.ifKnown.totalTenths / 10, { minimumFractionDigits: 1 }),
            rank: row.ifKnown.rank ?? 0,
          })}
        </p>
      )}
    </>
  );
}

/** Why somebody stands where they stand: the sum, each requirement with its proof, and what would change. */
export function ExplanationPanel({
  org,
  jobId,
  row,
  moves,
  onClose,
  children,
}: {
  org: string;
  jobId: string;
  row: RankedRowOutput;
  moves: RankMoves;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useTranslations('hire.panel');
  const trpc = useTRPC();
  const { candidateId, name } = row;
  const explained = useQuery(trpc.ranking.explain.queryOptions({ org, jobId, candidateId }));
  return (
    <aside className="explain stack-2" aria-label={t('why', { name })}>
      <header className="row between top">
        <div>
          {explained.data && <Facts row={explained.data} />}
          <h2>
            <AppLink href={`/hire/${org}/jobs/${jobId}/candidates/${candidateId}`}>
              <bdi>{name}</bdi>
            </AppLink>
          </h2>
        </div>
        <IconButton label={t('close')} onClick={onClose}>
          <X className="ic" aria-hidden />
        </IconButton>
      </header>
      <WhatChanged org={org} jobId={jobId} row={row} moves={moves} />
      {explained.isPending && <LoadingRows rows={7} />}
      {explained.isError && (
        <Note tone="bad" live>
          <p>{t('failed')}</p>
          <Button size="sm" onClick={() => void explained.refetch()}>
            {t('again')}
          </Button>
        </Note>
      )}
      {explained.data && <Whole org={org} row={explained.data} />}
      {children}
    </aside>
  );
}
