import { useFormatter, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { usePointsFormat } from '#app/ui/coverage/points.tsx';
import { Mark } from '#app/ui/proof/mark.tsx';
import type { MyApplicationOutput, Receipt } from '#server/applications/schemas.ts';
import styles from './applications.module.css';
import { Shared } from './shared.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

function Met({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('candidate.applications');
  const marks = useTranslations('ui.mark');
  const show = usePointsFormat();
  const { at, totalTenths, above, parts } = receipt;
  return (
    <>
      <p className="t13 soft">
        {t.rich('receipt', { at: () => <Moment at={at} /> })}
        {totalTenths !== null && (
          <>: {t('receiptScore', { points: show(totalTenths), above: above ?? -1 })}</>
        )}
      </p>
      <ul className={`t13 ${styles.met}`}>
        {parts.map((part) => (
          <li key={part.label} className="contents">
            <Mark kind={part.status} label={marks(part.status)} />
            <span>
              {part.label} {part.must && <span className="must">{t('must')}</span>}
            </span>
            <span className="num r">
              {t('points', { points: show(part.pointsTenths), of: show(part.ofTenths) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Declined({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('candidate.applications');
  return (
    <div className={styles.receipt}>
      <p className="sm">
        {t.rich('reasonIs', { b: (words) => <b>{words}</b>, reason: t(`reason.${receipt.reason}`) })}{' '}
        {receipt.sentence !== null && <q>{receipt.sentence}</q>}
      </p>
      {receipt.parts.length > 0 && <Met receipt={receipt} />}
    </div>
  );
}

function How({ application }: { application: MyApplicationOutput }) {
  const t = useTranslations('candidate.applications');
  const { stage, receipt, stageSince, withdrawnAt } = application;
  const at = () => <Moment at={withdrawnAt ?? stageSince} />;
  if (stage === 'declined') return receipt && <Declined receipt={receipt} />;
  return <p className="t13 soft">{t.rich(stage === 'hired' ? 'hiredHelp' : 'withdrawnHelp', { at })}</p>;
}

/** An application that has ended: how, why, and what was met on that day. */
export function ClosedApplication({ application }: { application: MyApplicationOutput }) {
  const t = useTranslations('candidate.applications');
  const format = useFormatter();
  const { job, stage, appliedAt, stageSince, withdrawnAt } = application;
  const day = (date: Date) => format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric' });
  const when =
    withdrawnAt === null
      ? t('declinedWhen', { applied: day(appliedAt), closed: day(stageSince) })
      : t('withdrawnWhen', { date: day(withdrawnAt) });
  return (
    <article className={styles.application}>
      <header className="row between top">
        <div>
          <h3>
            <AppLink href={`/jobs/${job.id}`}>{job.title}</AppLink>
          </h3>
          <p className="sm soft">
            {job.employer.name} · {when}
          </p>
        </div>
        <span className="tag">{stage === 'declined' ? t('declinedByPerson') : t(`stage.${stage}`)}</span>
      </header>
      <div className="stack-2">
        <How application={application} />
        {withdrawnAt === null && application.shared.length > 0 && (
          <div className="row between top t13">
            <Shared application={application} />
            <WithdrawButton application={application} />
          </div>
        )}
      </div>
    </article>
  );
}
