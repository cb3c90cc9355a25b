import { Clock } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { MyApplicationOutput } from '#server/applications/schemas.ts';
import { nextInterview, type Step, stepsOf } from './application-state.ts';
import styles from './applications.module.css';
import { ContestAnswer } from './contest.tsx';
import { InterviewNotes } from './interview-notes.tsx';
import { Shared } from './shared.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

type Props = { application: MyApplicationOutput };

/** A promised day, which is a day on a calendar and no moment: 12 Dec. */
function usePromisedDay() {
  const format = useFormatter();
  return (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

function StepItem({ step, note }: { step: Step; note?: string | undefined }) {
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
      {note !== undefined && <span>{note}</span>}
    </li>
  );
}

function Timeline({ application }: Props) {
  const t = useTranslations('candidate.applications');
  const format = useFormatter();
  const now = useNow();
  const promisedDay = usePromisedDay();
  const { answerDay, daysLate, job } = application;
  const interview = nextInterview(application, now);
  const meeting =
    interview &&
    format.dateTime(interview.startsAt, {
      ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
      timeZone: interview.zone,
    });
  return (
    <ol className={styles.line} aria-label={t('timeline', { title: job.title })}>
      {stepsOf(application).map((step) => (
        <StepItem key={step.stage} step={step} note={step.stage === 'interview' ? meeting : undefined} />
      ))}
      <li>
        <span className={styles.point} aria-hidden="true" />
        <b>{t('answer')}</b>
        <span className={daysLate > 0 ? styles.late : undefined}>
          {answerDay === null
            ? t(application.stage === 'applied' ? 'notPromised' : 'underWay')
            : t('promised', { date: promisedDay(answerDay), days: daysLate })}
        </span>
      </li>
    </ol>
  );
}

/** The one thing to know about an application: late, an interview ahead, or when it was sent. */
function News({ application }: Props) {
  const t = useTranslations('candidate.applications');
  const format = useFormatter();
  const now = useNow();
  const { daysLate, appliedAt } = application;
  const day = (date: Date, zone?: string) =>
    format.dateTime(date, {
      ...{ day: 'numeric', month: 'short', year: 'numeric' },
      ...(zone ? { timeZone: zone } : {}),
    });
  const interview = nextInterview(application, now);
  if (daysLate > 0)
    return (
      <span className="tag soon">
        <Clock className="ic" aria-hidden />
        {t('late', { days: daysLate })}
      </span>
    );
  if (interview)
    return (
      <span className="tag strong">
        {t('interviewOn', { date: day(interview.startsAt, interview.zone) })}
      </span>
    );
  return <span className="tag">{t('applied', { date: day(appliedAt) })}</span>;
}

/** An application under way: its stages, what was promised, what is shared, and the way back. */
export function OpenApplication({ application }: Props) {
  const t = useTranslations('candidate.applications');
  const promisedDay = usePromisedDay();
  const { job, late, answerDay, daysLate } = application;
  return (
    <article className={styles.application}>
      <header className="row between top">
        <div className={styles.name}>
          <h3>
            <AppLink href={`/jobs/${job.id}`}>
              <bdi>{job.title}</bdi>
            </AppLink>
          </h3>
          <p className="sm soft">
            <bdi>{job.employer.name}</bdi>
          </p>
        </div>
        <News application={application} />
      </header>
      <Timeline application={application} />
      <InterviewNotes application={application} />
      <ContestAnswer contest={application.contest} employer={job.employer.name} />
      {late && answerDay !== null && (
        <p className="t13 soft">
          {t.rich('lateNote', {
            employer: () => <bdi>{job.employer.name}</bdi>,
            date: promisedDay(answerDay),
            days: daysLate,
          })}
        </p>
      )}
      <div className="row between top t13">
        <Shared application={application} />
        <WithdrawButton application={application} />
      </div>
    </article>
  );
}
