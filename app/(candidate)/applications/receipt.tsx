import { useFormatter, useTranslations } from 'next-intl';
import { Moment } from '#app/ui/base/moment.tsx';
import { usePointsFormat } from '#app/ui/coverage/points.tsx';
import { Mark } from '#app/ui/proof/mark.tsx';
import type { HireReceipt, MyApplicationOutput } from '#server/applications/schemas.ts';
import styles from './applications.module.css';
import { Contest } from './contest.tsx';

function Met({ receipt }: { receipt: HireReceipt }) {
  const t = useTranslations('candidate.applications');
  const marks = useTranslations('ui.mark');
  const show = usePointsFormat();
  return (
    <ul className={`t13 ${styles.met}`}>
      {receipt.parts.map((part) => (
        <li key={part.label} className="contents">
          <Mark kind={part.status} label={marks(part.status)} />
          <span>
            <bdi>{part.label}</bdi> {part.must && <span className="must">{t('must')}</span>}
            {part.proof !== null && (
              <span className="soft">
                {' '}
                <bdi>{part.proof}</bdi>
              </span>
            )}
          </span>
          <span className="num r">
            {t('points', { points: show(part.pointsTenths), of: show(part.ofTenths) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What would have changed the decision, worked out from the receipt alone. */
function WouldHave({ wouldHave }: { wouldHave: NonNullable<MyApplicationOutput['wouldHave']> }) {
  const t = useTranslations('candidate.applications.wouldHave');
  const format = useFormatter();
  const show = usePointsFormat();
  if (wouldHave.kind !== 'proof') return <p className="t13 soft">{t(wouldHave.kind)}</p>;
  const { labels, fromTenths, toTenths, mustsMet } = wouldHave;
  return (
    <p className="t13 soft">
      {t(mustsMet ? 'proofAndMusts' : 'proof', {
        skills: format.list(labels),
        from: show(fromTenths),
        to: show(toTenths),
      })}
    </p>
  );
}

/** What was measured on the day of the decision, under its number. */
function Kept({ receipt, number }: { receipt: HireReceipt; number: string | null }) {
  const t = useTranslations('candidate.applications');
  const show = usePointsFormat();
  const { at, totalTenths, above } = receipt;
  return (
    <details className="t13 soft">
      <summary>{t('receiptTitle', { number: number ?? '' })}</summary>
      <p className="py-1">
        {t.rich('receipt', { at: () => <Moment at={at} /> })}{' '}
        {totalTenths !== null && t('receiptScore', { points: show(totalTenths), above: above ?? -1 })}
      </p>
      <p>{t('receiptKept')}</p>
    </details>
  );
}

/** The receipt of a hire (E22): what was met on that day. */
export function HireReceiptLines({ application }: { application: MyApplicationOutput }) {
  const { hireReceipt, receiptNumber } = application;
  if (hireReceipt === null) return null;
  return (
    <div className={styles.receipt}>
      {hireReceipt.parts.length > 0 && <Met receipt={hireReceipt} />}
      <Kept receipt={hireReceipt} number={receiptNumber} />
    </div>
  );
}

/** The receipt of a decline (C21): the person's reason, what was met then, what would have changed it, and the contest. */
export function DeclineReceipt({ application }: { application: MyApplicationOutput }) {
  const t = useTranslations('candidate.applications');
  const { receipt, receiptNumber, wouldHave } = application;
  if (receipt === null) return null;
  return (
    <div className={styles.receipt}>
      <p className="sm">
        {t.rich('reasonIs', { b: (words) => <b>{words}</b>, reason: t(`reason.${receipt.reason}`) })}{' '}
        {receipt.sentence !== null && <q dir="auto">{receipt.sentence}</q>}
      </p>
      {receipt.parts.length > 0 && <Met receipt={receipt} />}
      {wouldHave !== null && <WouldHave wouldHave={wouldHave} />}
      <Kept receipt={receipt} number={receiptNumber} />
      <Contest application={application} />
    </div>
  );
}
