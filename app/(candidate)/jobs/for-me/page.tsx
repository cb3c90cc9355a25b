import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { SegmentedLinks } from '#app/ui/base/segmented.tsx';
import { Legend } from '#app/ui/coverage/legend.tsx';
import { api } from '#server/api/caller.ts';
import type { JobsForMeInput, JobsForMeOutput } from '#server/applications/schemas.ts';
import { requirePerson } from '../../who.ts';
import { addressOf, readAddress } from './address.ts';
import { JobLine } from './job-line.tsx';
import { NotShown } from './not-shown.tsx';
import { ForMeSide } from './side.tsx';

type ForMeProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('matches');
  return { title: t('title') };
}

function NothingForMe() {
  const t = useTranslations('matches');
  return (
    <Empty
      title={t('none')}
      action={
        <div className="row">
          <ButtonLink tone="go" href="/wallet/import">
            {t('noneAdd')}
          </ButtonLink>
          <ButtonLink href="/jobs">{t('allJobs')}</ButtonLink>
        </div>
      }
    >
      {t('noneHelp')}
    </Empty>
  );
}

function Pages({ asked, found }: { asked: JobsForMeInput; found: JobsForMeOutput }) {
  const t = useTranslations('matches');
  const { nextCursor } = found;
  if (nextCursor === null && !asked.cursor) return null;
  return (
    <nav className="row py-3" aria-label={t('pages')}>
      {asked.cursor && (
        <ButtonLink size="sm" href={addressOf(asked.sort)}>
          {t('first')}
        </ButtonLink>
      )}
      {nextCursor !== null && (
        <ButtonLink size="sm" href={addressOf(asked.sort, nextCursor)}>
          {t('next')}
        </ButtonLink>
      )}
    </nav>
  );
}

function Found({ asked, found }: { asked: JobsForMeInput; found: JobsForMeOutput }) {
  const t = useTranslations('matches');
  const orders = [
    { sort: 'coverage', label: t('sortCoverage') },
    { sort: 'newest', label: t('sortNewest') },
  ] as const;
  return (
    <section aria-labelledby="for-me" className="stack-2">
      <div className="row between pb-2">
        <h2 id="for-me">{t('found', { count: found.total })}</h2>
        <SegmentedLinks
          label={t('sort')}
          items={orders.map(({ sort, label }) => ({
            href: addressOf(sort),
            label,
            current: sort === asked.sort,
          }))}
        />
      </div>
      {found.items.length === 0 ? (
        <NothingForMe />
      ) : (
        <>
          <ol className="border-t-2 border-ink">
            {found.items.map((entry) => (
              <JobLine key={entry.job.id} entry={entry} />
            ))}
          </ol>
          <Legend />
        </>
      )}
      <Pages asked={asked} found={found} />
      <NotShown notShown={found.notShown} />
    </section>
  );
}

export default async function JobsForMePage({ searchParams }: ForMeProps) {
  await requirePerson('/jobs/for-me');
  const asked = readAddress(await searchParams);
  const [t, found] = await Promise.all([
    getTranslations('matches'),
    (await api()).applications.jobsForMe(asked),
  ]);
  return (
    <div className="wrap">
      <PageTitle title={t('title')} actions={<ButtonLink href="/jobs">{t('allJobs')}</ButtonLink>}>
        {t('lead')}
      </PageTitle>
      <div className="two mt-5">
        <Found asked={asked} found={found} />
        <aside className="side stack-6" aria-label={t('aside')}>
          <ForMeSide found={found} />
        </aside>
      </div>
    </div>
  );
}
