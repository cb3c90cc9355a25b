import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { IssuerWords, NotStated, Signed } from '#app/ui/proof/signed.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';
import { Endorsements } from './endorsements.tsx';
import { Results } from './results.tsx';

function Words({
  when,
  text,
  link,
}: {
  when: boolean;
  text: string | null;
  link?: string | null;
}): ReactNode {
  const t = useTranslations('proof');
  if (text === null) return <NotStated />;
  const address = link ?? (/^https:\/\/\S+$/.test(text) ? text : null);
  if (address === null) return <Signed when={when}>{text}</Signed>;
  return (
    <AppLink href={address}>
      <Signed when={when}>{text === address ? t('openCriteria') : text}</Signed>
    </AppLink>
  );
}

/** What a length of time such as PT60H says, in our words; nothing where it has other parts. */
function Duration({ text }: { text: string | null }): ReactNode {
  const t = useTranslations('proof.statement');
  const found = /^P(?:(\d{1,5})D)?(?:T(\d{1,5})H)?$/.exec(text ?? '');
  const [days, hours] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
  if (days === 0 && hours === 0) return null;
  const parts = days === 0 ? 'hours' : hours === 0 ? 'days' : 'both';
  return <span className="quiet"> · {t('duration', { parts, days, hours })}</span>;
}

/** The issuer's own words, set in serif only where a checked signature covers them; gaps are named as gaps. */
export function WhatIsSaid({ proof, proven }: { proof: ProofOutput; proven: boolean }) {
  const t = useTranslations('proof');
  const terms = ['evidence', 'tags', 'eqf-level', 'national-level', 'credit', 'workload', 'supervision'];
  return (
    <IssuerWords proven={proven}>
      {proof.description === null ? (
        <p className="quiet">{t('noDescription')}</p>
      ) : (
        <Signed when={proven} as="p">
          {proof.description}
        </Signed>
      )}
      <KeyValues>
        <KeyValue term={t('criteria')}>
          <Words when={proven} text={proof.criteria} />
          {proof.criteriaUrl !== null && proof.criteriaUrl !== proof.criteria && (
            <>
              {' '}
              <AppLink href={proof.criteriaUrl}>{t('openCriteria')}</AppLink>
            </>
          )}
        </KeyValue>
        <KeyValue term={t('achievement')}>
          <Words when={proven} text={proof.achievementType} />
        </KeyValue>
        <KeyValue term={t('result.term')}>
          <Results results={proof.results} proven={proven} />
        </KeyValue>
        {proof.statements.map(({ term, value, link }) => (
          <KeyValue
            key={`${term} ${value} ${link}`}
            term={terms.includes(term) ? t(`statement.${term}`) : term}
          >
            <Words when={proven} text={value} link={link} />
            {term === 'workload' && <Duration text={value} />}
          </KeyValue>
        ))}
        <KeyValue term={t('endorsement.term')}>
          <Endorsements endorsements={proof.endorsements} />
        </KeyValue>
      </KeyValues>
    </IssuerWords>
  );
}
