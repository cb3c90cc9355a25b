import { useTranslations } from 'next-intl';
import { drawnCoverage } from '#app/(site)/jobs/coverage-shape.ts';
import { usePayWords, usePlaceWords } from '#app/(site)/jobs/job-words.ts';
import { useRankWords } from '#app/(site)/jobs/rank-words.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { CoverageRow } from '#app/ui/coverage/coverage-bar.tsx';
import type { JobForMeOutput } from '#server/applications/schemas.ts';
import type { CoverageOutput } from '#server/matching/schemas.ts';
import styles from './for-me.module.css';
import { Gap } from './gap.tsx';

function useCounts() {
  const t = useTranslations('matches');
  return (coverage: CoverageOutput): string => {
    if (coverage.kind === 'no-score') return '';
    const count = (status: string) => coverage.parts.filter((part) => part.status === status).length;
    return t('counts', {
      met: count('met'),
      partly: count('partly'),
      unknown: count('unknown'),
      unmet: count('unmet'),
    });
  };
}

/** One job: what and where, how much of it is proven with the place today, and what is missing. */
export function JobLine({ entry }: { entry: JobForMeOutput }) {
  const t = useTranslations('matches');
  const [place, pay, counts, rankWords] = [usePlaceWords(), usePayWords(), useCounts(), useRankWords()];
  const { job, coverage, rank, appliedAt } = entry;
  const standing = rankWords(rank);
  return (
    <li className={styles.line}>
      <div>
        <h3 className="text-md leading-snug">
          <AppLink
            className="text-ink decoration-rule-2 hover:decoration-current wrap-anywhere"
            href={`/jobs/${job.id}`}
          >
            <bdi>{job.title}</bdi>
          </AppLink>{' '}
          {appliedAt !== null && (
            <span className="tag">{t.rich('applied', { day: () => <Day at={appliedAt} /> })}</span>
          )}
        </h3>
        <p className="t13 soft">
          <bdi>{job.employer.name}</bdi> · {place(job)} · {pay(job, true) ?? t('noPay')}
        </p>
      </div>
      <div>
        <CoverageRow coverage={drawnCoverage(coverage)} unknown />
        <p className="t13 quiet">
          {counts(coverage)}
          {standing !== null && ` · ${standing}`}
        </p>
      </div>
      <div className={styles.gap}>
        <Gap coverage={coverage} />
      </div>
    </li>
  );
}
