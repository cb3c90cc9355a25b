import { Clock } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { MyApplicationOutput } from '#server/applications/schemas.ts';
import { type Step, stepsOf } from './application-state.ts';
import styles from './applications.module.css';
import { Shared } from './shared.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

const dayMs = 86_400_000;

function StepItem({ step }: { step: Step }) {
  const t = useTranslations('candidate.applications');
  const format = useFormatter();
  const look = { done: styles.done, now: styles.now, later: undefined }[step.state];
  return (
    <li className={look} aria-current={step.state === 'now' ? 'step' : undefined}>
      <span className={styles.point} aria-hidden="true" />
      <b>{t(`stage.${step.stage}`)}</b>
      {step.at !== null && (
        <time dateTime={step.at.toISOString()}>
          {format.dateTime(step.at, { day: 'numeric', month: 'short' })}
        </time>
      )}
    </li>
  );
}

function Timeline({ application }: { application: MyApplicationOutput }) {
  const t = useTranslations('candidate.applications');
  const format = useFormatter();
  const { answerBy, job } = application;
  const date = answerBy && format.dateTime(answerBy, { day: 'numeric', month: 'short' });
  return (
    <ol className={styles.line} aria-label={t('timeline', { title: job.title })}>
      {stepsOf(application).map((step) => (
        <StepItem key={step.stage} step={step} />
      ))}
      <li>
        <span className={styles.point} aria-hidden="true" />
        <b>{t('answer')}</b>
        <span>{date ? t('promised', { date }) : t('notPromised')}</span>
      </li>
    </ol>
  );
}

/** An application under way: its stages, what was promised, what is shared, and the way back. */
export function OpenApplication({ application }: { application: MyApplicationOutput }) {
  const t = useTranslations('candidate.applications');
  const format = useFormatter();
  const now = useNow();
  const { job, appliedAt, late, answerBy } = application;
  const applied = format.dateTime(appliedAt, { day: 'numeric', month: 'short', year: 'numeric' });
  const by = answerBy && format.dateTime(answerBy, { day: 'numeric', month: 'short' });
  const days = answerBy ? Math.max(1, Math.floor((now.getTime() - answerBy.getTime()) / dayMs)) : 1;
  return (
    <article className={styles.application}>
      <header className="row between top">
        <div>
          <h3>
            <AppLink href={`/jobs/${job.id}`}>{job.title}</AppLink>
          </h3>
          <p className="sm soft">{job.employer.name}</p>
        </div>
        {late ? (
          <span className="tag soon">
            <Clock className="ic" aria-hidden />
            {t('late', { days })}
          </span>
        ) : (
          <span className="tag">{t('applied', { date: applied })}</span>
        )}
      </header>
      <Timeline application={application} />
      {late && by && <p className="t13 soft">{t('sightNote', { employer: job.employer.name, date: by })}</p>}
      <div className="row between top t13">
        <Shared application={application} />
        <WithdrawButton application={application} />
      </div>
    </article>
  );
}
