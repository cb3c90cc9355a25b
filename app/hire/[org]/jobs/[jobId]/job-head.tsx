import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Day } from '#app/ui/base/moment.tsx';
import { PageHead } from '#app/ui/base/page-head.tsx';
import type { HidingStage } from '#server/jobs/schemas.ts';
import { PipelineCount } from './stage-plan.tsx';

/** The head of a job's pages: its reference, its title, the pages beside this one. */
export function JobHead({
  org,
  job,
  current,
  title,
  actions,
  mayRank,
  ranked,
}: {
  org: string;
  job: {
    id: string;
    reference: string;
    title: string;
    status: string;
    validThrough: Date | null;
    namesHiddenUntil: HidingStage | null;
  };
  current: 'edit' | 'ranked' | 'pipeline';
  title?: ReactNode;
  actions?: ReactNode;
  mayRank: boolean;
  /** How many are ranked, where that is known. */
  ranked?: number;
}) {
  const t = useTranslations('hire.head');
  const stage = useTranslations('hire.decide.stage');
  const format = useFormatter();
  const counts = {
    ranked: ranked === undefined ? undefined : format.number(ranked),
    pipeline: <PipelineCount />,
    edit: undefined,
  };
  const base = `/hire/${org}/jobs/${job.id}`;
  const pages = mayRank ? (['edit', 'ranked', 'pipeline'] as const) : (['edit'] as const);
  const state = job.status === 'published' && job.validThrough ? 'openUntil' : job.status;
  return (
    <PageHead
      title={title ?? (job.title || t('untitled'))}
      crumbs={[{ label: t('jobs'), href: `/hire/${org}/jobs` }, { label: job.reference }]}
      actions={
        <>
          {job.namesHiddenUntil && (
            <span className="tag">{t('namesHidden', { stage: stage(job.namesHiddenUntil) })}</span>
          )}
          <span className="tag">
            {state === 'openUntil'
              ? t.rich('openUntil', { day: () => <Day at={job.validThrough ?? new Date(0)} /> })
              : t(`state.${state}`)}
          </span>
          {actions}
        </>
      }
      tabs={{
        label: t('pages'),
        items: pages.map((page) => ({
          href: `${base}/${page}`,
          label: t(page),
          count: counts[page],
          current: page === current,
        })),
      }}
    />
  );
}
