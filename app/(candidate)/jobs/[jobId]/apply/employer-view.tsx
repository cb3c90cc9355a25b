'use client';

import { Eye, Lock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { hasSignedWords } from '#app/(candidate)/credential-words.ts';
import { drawnCoverage } from '#app/(site)/jobs/coverage-shape.ts';
import { Note } from '#app/ui/base/note.tsx';
import { CoverageRow } from '#app/ui/coverage/coverage-bar.tsx';
import { usePointsFormat } from '#app/ui/coverage/points.tsx';
import { Mark, markOfStanding } from '#app/ui/proof/mark.tsx';
import { Signed } from '#app/ui/proof/signed.tsx';
import { standingOf, verdictWordKey } from '#app/ui/proof/standing.ts';
import type { PreviewOutput } from '#server/applications/schemas.ts';
import { passesGate } from '#server/jobs/schemas.ts';
import styles from './apply.module.css';

type Tickable = PreviewOutput['credentials'][number];

function useLive({ queueGate }: PreviewOutput['job']): (coverage: PreviewOutput['coverage']) => string {
  const t = useTranslations('candidate.apply');
  const show = usePointsFormat();
  return (coverage) => {
    if (coverage.kind === 'no-score') return t('liveNone');
    const { totalTenths, unknownTenths, musts } = coverage;
    return t('live', {
      points: show(totalTenths),
      unknown: unknownTenths > 0 ? show(unknownTenths) : 'none',
      musts: musts.asked === 0 ? 'none' : musts.met === musts.asked ? 'all' : 'some',
      queue: passesGate(queueGate, musts) ? 'first' : 'second',
    });
  };
}

function Disclosed({ credential }: { credential: Tickable }) {
  const verdicts = useTranslations('ui.verdict');
  const standing = standingOf(credential.verdict, credential.bound);
  return (
    <li className={styles.shown}>
      <Mark kind={markOfStanding(standing)} label={verdicts(verdictWordKey(standing, credential.code))} />
      {hasSignedWords(credential) ? <Signed when>{credential.title}</Signed> : <bdi>{credential.title}</bdi>}
    </li>
  );
}

/** Exactly what the employer will see; counted anew at every tick and spoken. */
export function EmployerView({
  initial,
  name,
  ticked,
  coverage,
  stale,
  error,
}: {
  initial: PreviewOutput;
  name: string;
  ticked: readonly string[];
  coverage: PreviewOutput['coverage'];
  stale: boolean;
  error: { message: string } | null;
}) {
  const t = useTranslations('candidate.apply');
  const format = useFormatter();
  const { job, credentials } = initial;
  const live = useLive(job);
  const shown = credentials.filter((credential) => ticked.includes(credential.id));
  const end = job.validThrough;
  const date = end && format.dateTime(end, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <aside className="side stack" aria-label={t('preview', { employer: job.employer.name })}>
      <section className={styles.preview} aria-busy={stale}>
        <header>
          <Eye className="ic" aria-hidden />
          <h2>{t('preview', { employer: job.employer.name })}</h2>
        </header>
        {stale && <span className="loadline" />}
        <div className={`stack ${styles.inside}`}>
          <div>
            <p className="strong">
              <bdi>{name}</bdi>
            </p>
            <p className="t13 soft">{t('appliedFor', { reference: job.reference })}</p>
          </div>
          <CoverageRow coverage={drawnCoverage(coverage)} size="big" unknown />
          <p className="t13 soft" role="status">
            {error === null ? live(coverage) : t('previewFailed', { why: error.message })}
          </p>
          {shown.length === 0 ? (
            <p className="t13 quiet">{t('nothingTicked')}</p>
          ) : (
            <ul className="t13 stack-2">
              {shown.map((credential) => (
                <Disclosed key={credential.id} credential={credential} />
              ))}
            </ul>
          )}
          <p className="t13 quiet">{t('notIncluded', { rest: credentials.length - shown.length })}</p>
        </div>
      </section>
      <Note icon={<Lock className="ic" aria-hidden />}>
        <p>
          <b>{date ? t('grantDay', { date }) : t('grant')}</b>
        </p>
        <p>{t('grantBack')}</p>
      </Note>
    </aside>
  );
}
