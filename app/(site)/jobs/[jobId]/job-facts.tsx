import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Day, DaysLeft } from '#app/ui/base/moment.tsx';
import type { PublicJobOutput } from '#server/jobs/schemas.ts';
import { usePayWords, usePlaceWords } from '../job-words.ts';

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="quiet">{term}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

/** Place, pay, contract, degree, end, answer time: six facts in the same place on every job. */
export function JobFacts({ job, answersIn }: { job: PublicJobOutput; answersIn?: number | undefined }) {
  const t = useTranslations('site');
  const place = usePlaceWords();
  const pay = usePayWords();
  const { answerDays } = job.employer;
  return (
    <dl className="mt-3 grid grid-cols-2 gap-x-5 gap-y-2 border-y border-rule-2 py-3 text-base phone:grid-cols-3">
      <Fact term={t('job.place')}>{place(job)}</Fact>
      <Fact term={t('job.pay')}>{pay(job) ?? t('pay.none')}</Fact>
      <Fact term={t('job.contract')}>{t(`contract.${job.contract}`)}</Fact>
      <Fact term={t('job.degree')}>{t(job.degreeNeeded ? 'degree.needed' : 'degree.notNeeded')}</Fact>
      <Fact term={t('job.applyBy')}>
        {job.validThrough === null ? (
          t('when.open')
        ) : (
          <span className="row">
            <Day at={job.validThrough} />
            {job.open && <DaysLeft until={job.validThrough} within={14} />}
          </span>
        )}
      </Fact>
      <Fact term={t('job.answers')}>
        {answerDays === null ? t('answer.noneLong') : t('answer.days', { days: answerDays })}
        {answersIn !== undefined && (
          <span className="block t13 soft font-normal">{t('answer.measuredLong', { days: answersIn })}</span>
        )}
      </Fact>
    </dl>
  );
}
