import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findHouse } from '#app/hire/house.ts';
import { Note } from '#app/ui/base/note.tsx';
import { PageHead } from '#app/ui/base/page-head.tsx';
import { api } from '#server/api/caller.ts';
import { SamplePosting } from './sample-posting.tsx';
import { StartDraft } from './start-draft.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hire.new');
  return { title: t('title') };
}

export default async function NewJobPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const [t, { rights }] = await Promise.all([
    getTranslations('hire.new'),
    findHouse(org, `/hire/${org}/jobs/new`),
  ]);
  const sample = rights.writeJobs ? await (await api()).ranking.sampleMarket({ org }) : null;
  const crumbs = [{ label: t('jobs'), href: `/hire/${org}/jobs` }, { label: t('title') }];
  return (
    <>
      <PageHead title={t('title')} crumbs={crumbs} />
      <div className="hire-two">
        {sample ? <StartDraft org={org} sample={sample.lines} /> : <Note>{t('notAllowed')}</Note>}
        {sample && <SamplePosting sample={sample} />}
      </div>
    </>
  );
}
