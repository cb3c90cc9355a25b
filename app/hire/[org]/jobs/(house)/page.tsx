import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findHouse, found } from '#app/hire/house.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { Count } from '#app/ui/base/figure.tsx';
import { Day, Moment } from '#app/ui/base/moment.tsx';
import { PageHead } from '#app/ui/base/page-head.tsx';
import { SegmentedLinks } from '#app/ui/base/segmented.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { api } from '#server/api/caller.ts';
import type { JobRowOutput } from '#server/jobs/schemas.ts';
import { SamplePosting } from './new/sample-posting.tsx';

const statuses = ['published', 'draft', 'closed'] as const;
type Query = Promise<{ status?: string | string[]; cursor?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hire.jobs');
  return { title: t('title') };
}

async function JobLine({
  job,
  base,
  applied,
  open,
}: {
  job: JobRowOutput;
  base: string;
  applied: number;
  open: number;
}) {
  const t = await getTranslations('hire.jobs');
  const href = job.status === 'published' ? `${base}/${job.id}/ranked` : `${base}/${job.id}/edit`;
  return (
    <Row>
      <RowHead>
        <AppLink href={href}>{job.title || t('untitled')}</AppLink>
        <span className="block quiet num">{job.reference}</span>
      </RowHead>
      <Cell label={t('status')}>{t(`state.${job.status}`)}</Cell>
      <Cell label={t('asked')}>{t('skills', { count: job.requirementCount })}</Cell>
      <Cell label={t('applied')} className="r">
        <Count value={applied} />
        {open > 0 && <span className="quiet"> {t('open', { count: open })}</span>}
      </Cell>
      <Cell label={t('until')}>
        {job.status === 'draft' ? (
          <span className="quiet">
            {t('changed')} <Moment at={job.updatedAt} />
          </span>
        ) : job.validThrough ? (
          <Day at={job.validThrough} />
        ) : (
          <span className="quiet">{t('noEnd')}</span>
        )}
      </Cell>
    </Row>
  );
}

export default async function JobsPage({
  params,
  searchParams,
}: {
  params: Promise<{ org: string }>;
  searchParams: Query;
}) {
  const [{ org }, query, t, caller] = await Promise.all([
    params,
    searchParams,
    getTranslations('hire.jobs'),
    api(),
  ]);
  const { rights } = await findHouse(org, `/hire/${org}/jobs`);
  const status = statuses.find((each) => each === query.status);
  const cursor = typeof query.cursor === 'string' ? query.cursor : null;
  const page = await found(caller.jobs.list({ org, ...(status ? { status } : {}), cursor }));
  const counts = await caller.pipeline.counts({ org, jobIds: page.items.map((job) => job.id) });
  const first = page.items.length === 0 && status === undefined && rights.writeJobs;
  const sample = first ? await caller.ranking.sampleMarket({ org }) : null;
  const base = `/hire/${org}/jobs`;
  const post = (
    <ButtonLink tone="go" href={`${base}/new`}>
      {t('post')}
    </ButtonLink>
  );
  const views = [
    { href: base, label: t('all'), current: status === undefined },
    ...statuses.map((each) => ({
      href: `${base}?status=${each}`,
      label: t(`view.${each}`),
      current: each === status,
    })),
  ];
  return (
    <>
      <PageHead title={t('title')} actions={rights.writeJobs ? post : undefined} />
      <div className="tools">
        <SegmentedLinks label={t('show')} items={views} />
      </div>
      <div className="hire-body">
        {page.items.length === 0 ? (
          <Empty title={status ? t('noneOfState') : t('none')} action={rights.writeJobs ? post : undefined}>
            {status ? t('noneOfStateText') : t('noneText')}
          </Empty>
        ) : (
          <StackTable
            label={t('title')}
            head={[
              t('job'),
              t('status'),
              t('asked'),
              { key: 'applied', label: t('applied'), end: true },
              t('until'),
            ]}
          >
            {page.items.map((job) => {
              const { applied = 0, open = 0 } = counts.find((count) => count.jobId === job.id) ?? {};
              return <JobLine key={job.id} job={job} base={base} applied={applied} open={open} />;
            })}
          </StackTable>
        )}
        {sample && (
          <div className="mt-4 max-w-2xl">
            <SamplePosting sample={sample} />
          </div>
        )}
        {page.nextCursor && (
          <p className="mt-4">
            <AppLink href={`${base}?cursor=${page.nextCursor}${status ? `&status=${status}` : ''}`}>
              {t('older')}
            </AppLink>
          </p>
        )}
      </div>
    </>
  );
}
