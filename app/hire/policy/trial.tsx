'use client';

import { ArrowDown, ArrowUp, type LucideIcon, Minus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { PolicyTrialOutput } from '#server/matching/policy-schemas.ts';

type Change = PolicyTrialOutput['changes'][number];

const told = new Set(['policy-refused', 'policy-tier', 'tier-too-low', 'standing-unknown', 'no-evidence']);
const bold = (words: ReactNode) => <b>{words}</b>;

function Why({ change }: { change: Change }) {
  const t = useTranslations('policy.trial');
  if (change.why.length === 0) return <p className="quiet">{t('others')}</p>;
  return (
    <ul className="soft">
      {change.why.map(({ label, fromTenths, toTenths, reason, issuer }) => {
        const words = {
          label,
          from: fromTenths / 10,
          to: toTenths / 10,
          reason: t(`reason.${told.has(reason) ? reason : 'counted'}`),
        };
        return (
          <li key={label}>
            {issuer === null
              ? t('part', words)
              : t.rich('partOf', { ...words, issuer: () => <bdi>{issuer}</bdi> })}
          </li>
        );
      })}
    </ul>
  );
}

function ChangeLine({ org, change }: { org: string; change: Change }) {
  const t = useTranslations('policy.trial');
  const { jobId, jobTitle, candidateId, name, before, after } = change;
  const facts = [
    t('points', { from: before.tenths / 10, to: after.tenths / 10 }),
    ...(before.rank !== null && after.rank !== null
      ? [t('rank', { from: before.rank, to: after.rank })]
      : []),
    ...(before.queue !== after.queue ? [t(after.queue === 'second' ? 'leaves' : 'joins')] : []),
  ];
  return (
    <li className="border-b border-rule py-2">
      <p>
        <AppLink
          className="strong wrap-anywhere"
          href={`/hire/${org}/jobs/${jobId}/candidates/${candidateId}`}
        >
          <bdi>{name}</bdi>
        </AppLink>{' '}
        <span className="quiet">
          <bdi>{jobTitle}</bdi>
        </span>
      </p>
      <p className="num">{facts.join(' · ')}</p>
      <Why change={change} />
    </li>
  );
}

function Count({ icon: Icon, word, count }: { icon: LucideIcon; word: string; count: number }) {
  const t = useTranslations('policy.trial');
  if (count === 0) return null;
  return (
    <li className="row flex-nowrap">
      <Icon className="ic" aria-hidden /> <span>{t.rich(word, { count, b: bold })}</span>
    </li>
  );
}

/** What a policy would change in today's open jobs: counts first, then who and why. */
export function Trial({
  org,
  trial,
  children,
}: {
  org: string;
  trial: PolicyTrialOutput;
  children?: ReactNode;
}) {
  const t = useTranslations('policy.trial');
  const { jobs, people, total, changes } = trial;
  const [first, second] = changes;
  return (
    <div className="dry stack-2" role="status">
      <p className="sm strong">{t('title')}</p>
      <p className="t13 soft">
        {t('on', { jobs, people })} {trial.moreJobs && t('moreJobs')}
      </p>
      <ul className="t13">
        {total === 0 && <li>{t('nobody')}</li>}
        <Count icon={ArrowDown} word="lose" count={trial.lose} />
        <Count icon={ArrowUp} word="gain" count={trial.gain} />
        <Count icon={ArrowUp} word="up" count={trial.up} />
        <Count icon={Minus} word="leaveFirst" count={trial.leaveFirst} />
        <Count icon={ArrowUp} word="joinFirst" count={trial.joinFirst} />
      </ul>
      {first !== undefined && (
        <ol className="t13">
          <ChangeLine org={org} change={first} />
          {second !== undefined && <ChangeLine org={org} change={second} />}
        </ol>
      )}
      {changes.length > 2 && (
        <details className="t13">
          <summary>
            {total > changes.length ? t('most', { count: total }) : t('all', { count: total })}
          </summary>
          <ol>
            {changes.slice(2).map((change) => (
              <ChangeLine key={`${change.jobId} ${change.candidateId}`} org={org} change={change} />
            ))}
          </ol>
        </details>
      )}
      {children}
    </div>
  );
}
