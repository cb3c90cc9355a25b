import { useTranslations } from 'next-intl';
import { Day } from '#app/ui/base/moment.tsx';
import { Mark, markOfResult } from '#app/ui/proof/mark.tsx';
import { NotStated, Signed } from '#app/ui/proof/signed.tsx';
import type { EndorsementOutput } from '#server/credentials/schemas.ts';

function useProblem(): (problem: string) => string {
  const t = useTranslations('proof');
  return (problem) => {
    const own = `endorsement.problem.${problem}`;
    if (t.has(own)) return t(own);
    return t(t.has(`reason.${problem}.short`) ? `reason.${problem}.short` : 'reason.other.short');
  };
}

function EndorsementLine({ endorsement }: { endorsement: EndorsementOutput }) {
  const t = useTranslations('proof.endorsement');
  const problemOf = useProblem();
  const { about, issuerName, since, stands, problem, comment } = endorsement;
  return (
    <li className="row top flex-nowrap">
      <Mark kind={markOfResult(stands ? 'pass' : 'not-applicable')} />
      <div>
        <p>
          <bdi className="strong">{issuerName ?? t('unnamed')}</bdi>{' '}
          <span className="soft">{t('about', { about })}</span>
          {since !== null && (
            <span className="soft">, {t.rich('since', { day: () => <Day at={since} /> })}</span>
          )}
          <span className="soft">
            : {problem === null ? t('stands') : t('adds', { short: problemOf(problem) })}
          </span>
        </p>
        {comment !== null && (
          <Signed when={stands} as="p">
            {comment}
          </Signed>
        )}
      </div>
    </li>
  );
}

/** Who speaks for it, since when, and whether that stands. An endorsement never lowers the badge. */
export function Endorsements({ endorsements }: { endorsements: readonly EndorsementOutput[] }) {
  if (endorsements.length === 0) return <NotStated />;
  return (
    <ul className="stack-2">
      {endorsements.map((endorsement) => (
        <EndorsementLine key={JSON.stringify(endorsement)} endorsement={endorsement} />
      ))}
    </ul>
  );
}
