import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { IssuerName } from '#app/ui/proof/issuer-name.tsx';
import type { JobsForMeOutput } from '#server/applications/schemas.ts';

type Waiting = JobsForMeOutput['waiting'][number];

/** So many credentials that wait are named; the wallet has them all. */
const named = 3;

function Opening({ opening }: { opening: JobsForMeOutput['openings'][number] }) {
  const t = useTranslations('matches');
  return (
    <li className="grid border-b border-rule py-2">
      <b className="wrap-anywhere">{t('opening', { skill: opening.label, level: opening.level ?? 0 })}</b>
      <span className="t13 num">
        {t.rich('openingGain', {
          jobs: opening.jobs,
          queues: opening.firstQueues,
          b: (words) => <b>{words}</b>,
        })}
      </span>
    </li>
  );
}

function Waits({ waiting }: { waiting: Waiting }) {
  const t = useTranslations('matches');
  const { unreachableSince } = waiting;
  return (
    <li className="border-b border-rule py-2 t13">
      <AppLink href={`/proof/${waiting.candidateId}/${waiting.credentialId}`}>
        <bdi>{waiting.title}</bdi>
      </AppLink>
      <br />
      <IssuerName name={waiting.issuerName} claimedName={null} recognised={waiting.issuerRecognised} />{' '}
      <span className="soft">
        {unreachableSince === null
          ? t('unsure', { jobs: waiting.jobs })
          : t.rich('silent', { jobs: waiting.jobs, day: () => <Day at={unreachableSince} /> })}
      </span>
    </li>
  );
}

/** What one more proof would do for these jobs, and what waits for an issuer: counted, never guessed. */
export function ForMeSide({ found }: { found: JobsForMeOutput }) {
  const t = useTranslations('matches');
  const { openings, waiting, total } = found;
  return (
    <>
      {openings.length > 0 && (
        <Section title={t('opens')}>
          <p className="t13 soft">{t('opensHelp', { count: total })}</p>
          <ul>
            {openings.map((opening) => (
              <Opening key={opening.skillKey} opening={opening} />
            ))}
          </ul>
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={t('waiting')}>
          <ul>
            {waiting.slice(0, named).map((each) => (
              <Waits key={each.credentialId} waiting={each} />
            ))}
          </ul>
          <p className="t13 quiet">{t('waitingHelp')}</p>
        </Section>
      )}
    </>
  );
}
