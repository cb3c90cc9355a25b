import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { findHouse, findJob, foundOrRefused } from '#app/hire/house.ts';
import { RefusalPage } from '#app/hire/refusal-page.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { densityCookie, densityOf } from '#app/ui/shell/density.ts';
import { WholeOrLater } from '#app/ui/shell/whole-or-later.tsx';
import { api } from '#server/api/caller.ts';
import { type Query, readListView } from '#server/matching/schemas.ts';
import { JobHead } from '../job-head.tsx';
import { RankedList } from './ranked-list.tsx';
import { RankedLoading } from './ranked-loading.tsx';

type Props = { params: Promise<{ org: string; jobId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hire.ranked');
  return { title: t('pageTitle') };
}

async function Ranked({ params, searchParams }: Props) {
  const [{ org, jobId }, query, t, caller, jar] = await Promise.all([
    params,
    searchParams,
    getTranslations('hire.ranked'),
    api(),
    cookies(),
  ]);
  const base = `/hire/${org}/jobs/${jobId}`;
  const { rights } = await findHouse(org, `${base}/ranked`);
  const job = await findJob(org, jobId);
  const view = readListView(query);
  const { value: page, refusal } = await foundOrRefused(caller.ranking.list({ org, jobId, ...view }));
  if (refusal)
    return <RefusalPage refusal={refusal} back={`${base}/${rights.seeCandidates ? 'pipeline' : 'edit'}`} />;
  const edit = rights.writeJobs ? (
    <ButtonLink size="sm" href={`${base}/edit`}>
      {t('editJob')}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <JobHead
        org={org}
        job={job}
        current="ranked"
        mayRank={rights.seeCandidates}
        ranked={page.total}
        actions={edit}
      />
      {job.requirements.length === 0 && (
        <div className="hire-body">
          <Note>{t('noScore')}</Note>
        </div>
      )}
      <RankedList
        org={org}
        job={job}
        page={page}
        view={view}
        density={densityOf(jar.get(densityCookie)?.value)}
        mayDecide={rights.decide}
      />
    </>
  );
}

export default function RankedPage(props: Props) {
  return (
    <WholeOrLater fallback={<RankedLoading />}>
      <Ranked {...props} />
    </WholeOrLater>
  );
}
