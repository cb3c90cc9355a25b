import { useFormatter, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { type MyApplicationOutput, openStages, type Stage } from '#server/applications/schemas.ts';
import styles from './applications.module.css';
import { DeclineReceipt, HireReceiptLines } from './receipt.tsx';
import { Shared } from './shared.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

type Props = { application: MyApplicationOutput };
type End = 'declined' | 'hired' | 'withdrawn' | 'silent' | 'jobClosed';

/** How it ended: by a decision, by the candidate, or because the job closed while it was open. */
function endOf({ stage, jobEnd }: MyApplicationOutput): End {
  if (stage === 'declined' || stage === 'hired' || stage === 'withdrawn') return stage;
  return jobEnd?.silent ? 'silent' : 'jobClosed';
}

/** When it ended. */
function endedAt({ stage, stageSince, withdrawnAt, jobEnd }: MyApplicationOutput): Date {
  const open = (openStages as readonly Stage[]).includes(stage);
  return withdrawnAt ?? (open ? (jobEnd?.closedAt ?? stageSince) : stageSince);
}

function How({ application }: Props) {
  const t = useTranslations('candidate.applications');
  const end = endOf(application);
  if (end === 'declined') return <DeclineReceipt application={application} />;
  const at = () => <Moment at={endedAt(application)} />;
  const employer = () => <bdi>{application.job.employer.name}</bdi>;
  return (
    <>
      <p className="t13 soft">{t.rich(`${end}Help`, { at, employer })}</p>
      {end === 'hired' && <HireReceiptLines application={application} />}
    </>
  );
}

/** An application that has ended: how, why, and what was met on that day. */
export function ClosedApplication({ application }: Props) {
  const t = useTranslations('candidate.applications');
  const format = useFormatter();
  const { job, appliedAt, withdrawnAt, jobEnd } = application;
  const day = (date: Date) => format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric' });
  const when =
    withdrawnAt === null
      ? t('declinedWhen', { applied: day(appliedAt), closed: day(endedAt(application)) })
      : t('withdrawnWhen', { date: day(withdrawnAt) });
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
            <bdi>{job.employer.name}</bdi> · {when}
          </p>
        </div>
        <span className="tag">{t(`end.${endOf(application)}`)}</span>
      </header>
      <div className="stack-2">
        <How application={application} />
        {withdrawnAt === null && jobEnd === null && application.shared.length > 0 && (
          <div className="row between top t13">
            <Shared application={application} />
            <WithdrawButton application={application} />
          </div>
        )}
      </div>
    </article>
  );
}
