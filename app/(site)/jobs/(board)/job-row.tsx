import { useFormatter, useNow, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { CoverageRow } from '#app/ui/coverage/coverage-bar.tsx';
import type { Coverage } from '#app/ui/coverage/shapes.ts';
import type { PublicJobRowOutput } from '#server/jobs/schemas.ts';
import { useAge, usePayWords, usePlaceWords } from '../job-words.ts';

/** So many skills are named in a row; the rest are counted. */
const named = 3;

function Asks({ requirements }: Pick<PublicJobRowOutput, 'requirements'>) {
  const t = useTranslations('site.board');
  if (requirements.length === 0) return <p className="t13 quiet">{t('asksNothing')}</p>;
  const shown = requirements.slice(0, named);
  const rest = requirements.length - shown.length;
  return (
    <p className="t13">
      <span className="quiet">{t('asks')}</span>{' '}
      {shown.map((requirement, index) => (
        <span key={requirement.id}>
          {requirement.must && (
            <b className="must align-[1px]">
              <span className="vh">{t('must')}</span>
            </b>
          )}{' '}
          {requirement.label}
          {requirement.minLevel !== null && ` ${requirement.minLevel}`}
          {index < shown.length - 1 ? ', ' : ' '}
        </span>
      ))}
      {rest > 0 && t('more', { count: rest })}
    </p>
  );
}

/** One job of the board: what, who, where, what it asks, how much of it is proven; then pay, contract, age. */
export function JobRow({
  job,
  coverage,
  answersIn,
}: {
  job: PublicJobRowOutput;
  /** One's own, when signed in. */
  coverage?: Coverage | undefined;
  /** Days within which half of the applicants had their answer, as measured. */
  answersIn?: number | undefined;
}) {
  const t = useTranslations('site');
  const now = useNow();
  const format = useFormatter();
  const [place, pay, age] = [usePlaceWords(), usePayWords(), useAge()];
  const recent = job.publishedAt && age(job.publishedAt, now);
  const degree = job.degreeNeeded ? t('degree.row') : t('degree.rowNot');
  const { answerDays } = job.employer;
  return (
    <li className="grid gap-x-5 gap-y-0.5 border-b border-rule py-3 fold:grid-cols-[minmax(0,1fr)_14rem]">
      <div>
        <h3 className="text-md leading-snug">
          <AppLink className="text-ink decoration-rule-2 hover:decoration-current" href={`/jobs/${job.id}`}>
            {job.title}
          </AppLink>
        </h3>
        <p className="sm soft">
          <bdi>{job.employer.name}</bdi> · {place(job)}
        </p>
        <Asks requirements={job.requirements} />
        {coverage?.kind === 'score' && (
          <div className="mt-1.5 max-w-96">
            <CoverageRow coverage={coverage} size="thin" />
          </div>
        )}
      </div>
      <div className="fold:text-end">
        <p className="sm strong">{pay(job, true) ?? t('pay.none')}</p>
        <p className="t13 soft">
          {t(`contract.${job.contract}`)} · {degree}
        </p>
        <p className="t13 quiet">
          {job.publishedAt && (
            <>
              {recent ? (
                <time
                  dateTime={job.publishedAt.toISOString()}
                  title={format.dateTime(job.publishedAt, { dateStyle: 'long' })}
                >
                  {recent}
                </time>
              ) : (
                <Day at={job.publishedAt} />
              )}{' '}
              ·{' '}
            </>
          )}
          {answerDays === null ? t('answer.none') : t('answer.row', { days: answerDays })}
          {answersIn !== undefined && <> · {t('answer.measured', { days: answersIn })}</>}
        </p>
      </div>
    </li>
  );
}
