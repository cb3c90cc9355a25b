import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findHouse, findJob } from '#app/hire/house.ts';
import { Note } from '#app/ui/base/note.tsx';
import { JobHead } from '../job-head.tsx';
import { JobEditor } from './job-editor.tsx';

type Params = Promise<{ org: string; jobId: string }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hire.editor');
  return { title: t('pageTitle') };
}

export default async function EditJobPage({ params }: { params: Params }) {
  const { org, jobId } = await params;
  const { rights } = await findHouse(org, `/hire/${org}/jobs/${jobId}/edit`);
  const job = await findJob(org, jobId);
  if (rights.writeJobs)
    return <JobEditor key={job.id} org={org} initial={job} mayRank={rights.seeCandidates} />;
  const t = await getTranslations('hire.editor');
  return (
    <>
      <JobHead org={org} job={job} current="edit" mayRank={rights.seeCandidates} />
      <div className="hire-body">
        <Note>{t('readOnly')}</Note>
      </div>
    </>
  );
}
