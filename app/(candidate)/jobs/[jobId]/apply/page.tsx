import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { findJob } from '#app/(site)/jobs/[jobId]/find-job.ts';
import { Breadcrumb } from '#app/ui/base/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Fault } from '#app/ui/base/fault.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { api } from '#server/api/caller.ts';
import type { PreviewOutput } from '#server/applications/schemas.ts';
import { requirePerson } from '../../../who.ts';
import { ApplyForm } from './apply-form.tsx';

type Params = Promise<{ jobId: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const [t, found] = await Promise.all([getTranslations('candidate.apply'), findJob((await params).jobId)]);
  if (found.kind === 'job') return { title: t('pageTitle', { job: found.job.title }) };
  return { title: t('goneTitle') };
}

async function Gone() {
  const t = await getTranslations('candidate.apply');
  return (
    <div className="wrap narrow">
      <Fault
        code="410"
        title={t('goneTitle')}
        actions={
          <ButtonLink tone="go" href="/jobs">
            {t('goneLink')}
          </ButtonLink>
        }
      >
        <p className="soft">{t('gone')}</p>
      </Fault>
    </div>
  );
}

/** Why nothing can be sent now, or null when it can. */
async function Hindrance({ preview }: { preview: PreviewOutput }) {
  const t = await getTranslations('candidate.apply');
  if (!preview.job.open) return <Note tone="warn">{t('over')}</Note>;
  return (
    <Note>
      <p>
        <b>{t('existing')}</b> {t('existingHelp')}
      </p>
      <p>
        <ButtonLink size="sm" href="/applications">
          {t('existingLink')}
        </ButtonLink>
      </p>
    </Note>
  );
}

export default async function ApplyPage({
  params,
  searchParams,
}: {
  params: Params;
  searchParams: Promise<{ with?: string | string[] }>;
}) {
  const [{ jobId }, query] = await Promise.all([params, searchParams]);
  // A badge that somebody comes from is ticked; whatever is no id is nothing.
  const also = z.uuid().safeParse(query.with).data;
  await requirePerson(`/jobs/${jobId}/apply${also === undefined ? '' : `?with=${also}`}`);
  const found = await findJob(jobId);
  if (found.kind === 'none') notFound();
  if (found.kind === 'closed') return <Gone />;
  const [t, preview] = await Promise.all([
    getTranslations('candidate.apply'),
    (await api()).applications.preview({ jobId, also }),
  ]);
  const { job, existing } = preview;
  const mayApply = job.open && (existing === null || existing.stage === 'withdrawn');
  return (
    <div className="wrap stack">
      <Breadcrumb items={[{ label: job.title, href: `/jobs/${jobId}` }, { label: t('crumb') }]} />
      <h1>{t('title', { employer: job.employer.name })}</h1>
      {mayApply ? <ApplyForm initial={preview} attached={also} /> : <Hindrance preview={preview} />}
    </div>
  );
}
