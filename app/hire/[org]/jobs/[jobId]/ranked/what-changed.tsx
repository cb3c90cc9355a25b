'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#app/trpc/client.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { usePointsFormat } from '#app/ui/coverage/points.tsx';
import type { CoverageChangeOutput } from '#server/applications/schemas.ts';
import type { RankedRowOutput, RankMoves } from '#server/matching/schemas.ts';
import { useSince } from './rank-move.tsx';

/** What a check said that made the difference: "Status failed: revoked". */
function Cause({
  org,
  change,
  candidateId,
}: {
  org: string;
  change: CoverageChangeOutput;
  candidateId: string;
}) {
  const t = useTranslations('hire.moves');
  const check = useTranslations('ui.check');
  const { cause, credential, code, policyVersion } = change;
  if (cause === 'job') return <p>{t('jobEdited')}</p>;
  if (policyVersion !== null)
    return (
      <p>
        {t.rich('policyChanged', {
          version: policyVersion,
          policy: (words) => <AppLink href={`/hire/${org}/settings/policy`}>{words}</AppLink>,
        })}
      </p>
    );
  const name = () =>
    credential === null ? (
      <span>{t('aCredential')}</span>
    ) : (
      <AppLink href={`/proof/${candidateId}/${credential.id}`}>
        <bdi>{credential.title}</bdi>
      </AppLink>
    );
  const why = code === null ? 'stands' : t.has(`code.${code}`) ? `code.${code}` : 'code.other';
  return (
    <p>
      {t.rich(why, { badge: name })}{' '}
      {change.check !== null && (
        <span className="quiet">
          {t('check', { check: check.has(change.check) ? check(change.check) : change.check })}{' '}
          <code>{code}</code>
        </span>
      )}
    </p>
  );
}

function Change({
  org,
  change,
  candidateId,
}: {
  org: string;
  change: CoverageChangeOutput;
  candidateId: string;
}) {
  const t = useTranslations('hire.moves');
  const show = usePointsFormat();
  const status = useTranslations('ui.mark');
  return (
    <li className="stack-1">
      <p>
        <b className="num">
          {t('sum', { before: show(change.beforeTenths), after: show(change.afterTenths) })}
        </b>{' '}
        <span className="quiet">
          <Moment at={change.at} /> · {t('receipt', { version: change.version })}
        </span>
      </p>
      <Cause org={org} change={change} candidateId={candidateId} />
      {change.parts.length > 0 && (
        <ul className="t13 soft">
          {change.parts.map(({ label, must, from, to }) => (
            <li key={label} className="num">
              {t(must ? 'partMust' : 'part', {
                label,
                before: show(from.pointsTenths),
                after: show(to.pointsTenths),
                status: status(to.status),
              })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Why somebody who did not change stands elsewhere, or what changed: old sum, new sum, the check and its proof. */
export function WhatChanged({
  org,
  jobId,
  row,
  moves,
}: {
  org: string;
  jobId: string;
  row: RankedRowOutput;
  moves: RankMoves;
}) {
  const t = useTranslations('hire.moves');
  const trpc = useTRPC();
  const sinceWords = useSince();
  const { candidateId, stage } = row;
  const places = moves.by[candidateId] ?? 0;
  const changes = useQuery(
    trpc.pipeline.coverageChanges.queryOptions({ org, jobId, candidateId }, { enabled: stage !== null }),
  );
  const [latest, ...earlier] = changes.data ?? [];
  if (places === 0 && latest === undefined) return null;
  const isOwn = latest !== undefined && latest.at > moves.since;
  return (
    <section className="changed stack-1" aria-label={t('title')}>
      {places !== 0 && (
        <p>
          <b>
            {t(places > 0 ? 'movedUp' : 'movedDown', {
              places: Math.abs(places),
              since: sinceWords(moves.since),
            })}
          </b>{' '}
          {!isOwn && !changes.isPending && !changes.isError && t('othersMoved')}
        </p>
      )}
      {changes.isError && stage !== null && (
        <p role="status">
          {t('failed')}{' '}
          <Button size="sm" onClick={() => void changes.refetch()}>
            {t('again')}
          </Button>
        </p>
      )}
      {latest !== undefined && (
        <ol className="stack-2">
          <Change org={org} change={latest} candidateId={candidateId} />
        </ol>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('earlier', { count: earlier.length })}</summary>
          <ol className="stack-2">
            {earlier.map((change) => (
              <Change key={change.version} org={org} change={change} candidateId={candidateId} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
