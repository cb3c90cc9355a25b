import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findHouse, foundOrRefused } from '#app/hire/house.ts';
import { RefusalPage } from '#app/hire/refusal-page.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { api } from '#server/api/caller.ts';
import { JobHead } from '../job-head.tsx';
import { Board } from './board.tsx';
import { Contests } from './contests.tsx';
import { readShow } from './show.ts';

type Props = {
  params: Promise<{ org: string; jobId: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hire.board');
  return { title: t('pageTitle') };
}

export default async function PipelinePage({ params, searchParams }: Props) {
  const { org, jobId } = await params;
  const show = readShow((await searchParams).show);
  const base = `/hire/${org}/jobs/${jobId}`;
  const [t, caller, { rights }] = await Promise.all([
    getTranslations('hire.board'),
    api(),
    findHouse(org, `${base}/pipeline`),
  ]);
  const { value: board, refusal } = await foundOrRefused(caller.pipeline.board({ org, jobId, show }));
  if (refusal) return <RefusalPage refusal={refusal} back={`${base}/edit`} />;
  const nobody = board.columns.every((column) => column.total === 0);
  return (
    <>
      <JobHead org={org} job={board.job} current="pipeline" mayRank={rights.seeCandidates} />
      {rights.decide && <Contests org={org} jobId={jobId} />}
      {board.job.status === 'closed' && (
        <div className="hire-body">
          <Note>{t('closed')}</Note>
        </div>
      )}
      {nobody && (
        <div className="hire-body">
          <Empty title={t('nobody')} action={<AppLink href={`${base}/ranked`}>{t('seeRanked')}</AppLink>}>
            {t('nobodyText')}
          </Empty>
        </div>
      )}
      <Board org={org} board={board} show={show} rights={rights} />
    </>
  );
}
