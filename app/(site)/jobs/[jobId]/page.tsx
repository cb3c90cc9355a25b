import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Breadcrumb } from '#app/ui/base/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { Fault } from '#app/ui/base/fault.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { PublicJobOutput } from '#server/jobs/schemas.ts';
import { findAnswerTimes } from '../find-answer-times.ts';
import { AskedTable } from './asked-table.tsx';
import { CoverageLine } from './coverage-line.tsx';
import { type FoundJob, findJob } from './find-job.ts';
import { JobFacts } from './job-facts.tsx';
import { JobText } from './job-text.tsx';
import { PostingData } from './posting-data.tsx';
import { CoverageLoading, YourCoverage } from './your-coverage.tsx';

type JobProps = { params: Promise<{ jobId: string }> };

export async function generateMetadata({ params }: JobProps): Promise<Metadata> {
  const found = await findJob((await params).jobId);
  if (found.kind === 'none') notFound();
  if (found.kind === 'closed') {
    const t = await getTranslations('site.closed');
    return { title: t('metaTitle', { title: found.title }), robots: { index: false } };
  }
  const { title, employer, description } = found.job;
  return { title: `${title}, ${employer.name}`, description: description.replace(/\s+/g, ' ').slice(0, 160) };
}

async function Closed({ title, employer, closedAt }: Extract<FoundJob, { kind: 'closed' }>) {
  const [t, format] = await Promise.all([getTranslations('site.closed'), getFormatter()]);
  const date = closedAt && format.dateTime(closedAt, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <div className="wrap form">
      <Fault
        code="410"
        title={date ? t('title', { date }) : t('titleUndated')}
        actions={
          <>
            <ButtonLink tone="go" href="/jobs">
              {t('jobs')}
            </ButtonLink>
            <ButtonLink href="/applications">{t('mine')}</ButtonLink>
          </>
        }
      >
        <p>{t('text', { title, employer })}</p>
      </Fault>
    </div>
  );
}

/** Names of the gates as the catalogue takes them: without a hyphen. */
const gateWords = { 'every-must': 'every', 'one-must': 'one', none: 'none' } as const;

async function Asked({ job }: { job: PublicJobOutput }) {
  const t = await getTranslations('site.job');
  const musts = job.requirements.filter((requirement) => requirement.must).length;
  if (job.requirements.length === 0) {
    return (
      <Section title={t('asked')}>
        <Empty title={t('askedNothing')} />
      </Section>
    );
  }
  return (
    <Section title={t('asked')}>
      <p className="sm soft prose">
        {t('musts', { count: musts, gate: gateWords[job.queueGate] })} {t('levels')}{' '}
        <AppLink href="/how-coverage-counts">{t('how')}</AppLink>
      </p>
      <AskedTable requirements={job.requirements} />
    </Section>
  );
}

async function Employer({ employer }: Pick<PublicJobOutput, 'employer'>) {
  const t = await getTranslations('site.job');
  const host = employer.website && URL.canParse(employer.website) ? new URL(employer.website).host : null;
  return (
    <p className="row">
      <bdi className="strong">{employer.name}</bdi>
      {host !== null && employer.website !== null && (
        <AppLink className="sm" href={employer.website} aria-label={t('website', { host })}>
          {host}
        </AppLink>
      )}
    </p>
  );
}

export default async function JobPage({ params }: JobProps) {
  const found = await findJob((await params).jobId);
  if (found.kind === 'none') notFound();
  if (found.kind === 'closed') return <Closed {...found} />;
  const { job } = found;
  const [t, answerTimes] = await Promise.all([getTranslations('site.job'), findAnswerTimes([job])]);
  return (
    <div className="wrap">
      {job.open && <PostingData job={job} />}
      <Breadcrumb items={[{ label: t('crumbJobs'), href: '/jobs' }, { label: job.reference }]} />
      <div className="two wide-side mt-3">
        <div className="stack-6">
          <header className="stack-2">
            <h1 className="text-2xl">{job.title}</h1>
            <Employer employer={job.employer} />
            {!job.open && <p className="strong">{t('ended')}</p>}
            <Suspense fallback={null}>
              <CoverageLine jobId={job.id} />
            </Suspense>
            <JobFacts job={job} answersIn={answerTimes.get(job.employer.slug)} />
          </header>
          <Section title={t('work')}>
            {job.description.trim() === '' ? (
              <p className="soft">{t('noText')}</p>
            ) : (
              <JobText text={job.description} />
            )}
          </Section>
          <Asked job={job} />
          <Section title={t('judged')}>
            <p className="sm prose">{t('judgedText')}</p>
          </Section>
        </div>
        <aside className="side" aria-labelledby="your-coverage">
          <Suspense fallback={<CoverageLoading />}>
            <YourCoverage job={job} />
          </Suspense>
        </aside>
      </div>
    </div>
  );
}
