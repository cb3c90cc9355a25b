import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { CoverageRow } from '#app/ui/coverage/coverage-bar.tsx';
import { CoverageSum } from '#app/ui/coverage/points.tsx';
import { RequirementList } from '#app/ui/coverage/requirement-list.tsx';
import type { PublicJobOutput } from '#server/jobs/schemas.ts';
import type { CoverageOutput, MyRankOutput } from '#server/matching/schemas.ts';
import { drawnCoverage } from '../coverage-shape.ts';
import { findCoverage, type OwnCoverage } from './find-coverage.ts';
import { useReasons } from './reasons.tsx';
import { VisitorList } from './visitor-list.tsx';

function Box({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  const t = useTranslations('site.you');
  return (
    <section
      id="coverage"
      aria-labelledby="your-coverage"
      className="stack border border-rule-2 bg-surface p-4 phone:p-5"
    >
      <div className="row between top">
        <h2 id="your-coverage">{t('title')}</h2>
        {aside !== undefined && <span className="quiet t13">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

/** In the place of the coverage while it is computed. */
export function CoverageLoading() {
  const t = useTranslations('site.you');
  return (
    <Box>
      <LoadingRows rows={5} label={t('loading')} />
    </Box>
  );
}

function Stranger({ job }: { job: PublicJobOutput }) {
  const t = useTranslations('site.you');
  const back = encodeURIComponent(`/jobs/${job.id}`);
  return (
    <Box>
      <p className="sm">{t('signInText')}</p>
      <VisitorList requirements={job.requirements} />
      <ButtonLink tone="go" className="w-full" href={`/sign-in?callbackUrl=${back}`}>
        {t('signIn')}
      </ButtonLink>
      {job.open && <p className="t13 quiet">{t('signInApply')}</p>}
    </Box>
  );
}

function Apply({
  job,
  existing,
  proposed,
}: {
  job: PublicJobOutput;
  existing: { stage: string } | null;
  proposed: number;
}) {
  const t = useTranslations('site.you');
  if (existing !== null && existing.stage !== 'withdrawn') {
    return (
      <div className="stack-2">
        <p className="sm">{t('applied')}</p>
        <ButtonLink className="w-full" href="/applications">
          {t('appliedOpen')}
        </ButtonLink>
      </div>
    );
  }
  if (!job.open) return <p className="sm soft">{t('ended')}</p>;
  return (
    <div className="stack-2">
      <ButtonLink tone="go" className="w-full" href={`/jobs/${job.id}/apply`}>
        {existing === null ? t('apply', { count: proposed }) : t('applyAgain')}
      </ButtonLink>
      <p className="t13 quiet">{t('applyHint')}</p>
    </div>
  );
}

/** The place that this coverage has today among everybody the employer sees. */
function Today({ rank }: { rank: MyRankOutput }) {
  const t = useTranslations('matches.today');
  const b = (words: ReactNode) => <b>{words}</b>;
  if (rank.kind === 'uncounted') return null;
  if (rank.kind === 'few') return <p className="sm soft">{t('few')}</p>;
  const words =
    rank.queue === 'first'
      ? t.rich('first', { rank: rank.rank, ranked: rank.ranked, b })
      : t.rich('second', { b });
  return <p className="sm">{words}</p>;
}

function Explained({ coverage, rank }: { coverage: CoverageOutput; rank: MyRankOutput }) {
  const t = useTranslations('site.you');
  const reasons = useReasons();
  const drawn = drawnCoverage(coverage);
  if (coverage.kind === 'no-score') {
    return (
      <>
        <p className="strong">{t('noScore')}</p>
        <p className="sm soft">{t('noScoreText')}</p>
      </>
    );
  }
  const nothing = coverage.totalMicro === 0 && coverage.unknownMicro === 0;
  return (
    <>
      <CoverageRow coverage={drawn} size="big" unknown />
      <CoverageSum coverage={drawn} />
      <Today rank={rank} />
      {nothing && (
        <div className="row between">
          <p className="sm">{t('nothingYet')}</p>
          <ButtonLink size="sm" href="/wallet/import">
            {t('addBadge')}
          </ButtonLink>
        </div>
      )}
      <div data-density="compact">
        <RequirementList coverage={drawn} reasons={reasons(coverage)} />
      </div>
    </>
  );
}

function Panel({ job, own }: { job: PublicJobOutput; own: OwnCoverage }) {
  const t = useTranslations('site.you');
  if (own.kind === 'stranger') return <Stranger job={job} />;
  if (own.kind === 'failed') {
    return (
      <Box>
        <Note tone="bad">
          <p>{t('failed')}</p>
          <p>{t('failedText')}</p>
        </Note>
        <Apply job={job} existing={null} proposed={0} />
      </Box>
    );
  }
  return (
    <Box aside={t('private')}>
      <Explained coverage={own.coverage} rank={own.rank} />
      <Apply job={job} existing={own.existing} proposed={own.proposed} />
    </Box>
  );
}

/** How much of this job the person who looks has proven, with reasons; visitors are told how to see theirs. */
export async function YourCoverage({ job }: { job: PublicJobOutput }) {
  return <Panel job={job} own={await findCoverage(job.id)} />;
}
