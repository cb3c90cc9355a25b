'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { CoverageBar } from '#app/ui/coverage/coverage-bar.tsx';
import { Legend } from '#app/ui/coverage/legend.tsx';
import { Points } from '#app/ui/coverage/points.tsx';
import { Ruler } from '#app/ui/coverage/ruler.tsx';
import { Signed } from '#app/ui/proof/signed.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import { coverageOfSample, findFall, type SampleRow } from './sample-shapes.ts';
import { useTravel } from './use-travel.ts';

const columns =
  'grid grid-cols-[1.25rem_minmax(0,1fr)_3rem] items-center gap-x-2 gap-y-0.5 fold:grid-cols-[1.5rem_minmax(8rem,15rem)_minmax(6rem,1fr)_3rem] fold:gap-3';

function Applicant({ row }: { row: SampleRow }) {
  const t = useTranslations('site.sample');
  const coverage = coverageOfSample(row);
  return (
    <li data-key={row.name} className={`${columns} min-h-12 border-b border-rule py-1.5 text-base`}>
      <span className="num">
        {row.rank ?? (
          <>
            <span aria-hidden="true">–</span>
            <span className="vh">{t('noRank')}</span>
          </>
        )}
      </span>
      <bdi className="strong">{row.name}</bdi>
      <span className="col-[2/-1] row-start-2 fold:col-auto fold:row-auto">
        <CoverageBar coverage={coverage} />
      </span>
      <span className="col-start-3 row-start-1 text-end fold:col-auto fold:row-auto">
        <Points coverage={coverage} />
      </span>
    </li>
  );
}

function Ledger({ rows }: { rows: readonly SampleRow[] }) {
  const t = useTranslations('site.sample');
  const list = useRef<HTMLOListElement>(null);
  useTravel(list, rows.map((row) => row.name).join('\n'));
  const first = rows[0] && coverageOfSample(rows[0]);
  return (
    <div className="p-4 fold:px-5">
      <div className="max-fold:hidden" aria-hidden="true">
        <div className={`${columns} xs quiet`}>
          <span />
          <span>{t('applicant')}</span>
          {first?.kind === 'score' && <Ruler parts={first.parts} />}
          <span className="text-end">{t('points')}</span>
        </div>
      </div>
      <ol ref={list} aria-label={t('list')} className="mb-4 border-t-2 border-ink">
        {rows.map((row) => (
          <Applicant key={row.name} row={row} />
        ))}
      </ol>
      <Legend />
    </div>
  );
}

type Badge = { title: string; issuer: string; skill: string };

/** The badge in question, the button, and what it did in words. */
function Control({
  fall: { was, is, lost },
  badge,
  revoked,
  onToggle,
}: {
  fall: NonNullable<ReturnType<typeof findFall>>;
  badge: Badge;
  revoked: boolean;
  onToggle: () => void;
}) {
  const t = useTranslations('site.sample');
  const given = { name: was.name, before: was.points, after: is.points, ...badge };
  const leaves = lost.must && is.segments.some((segment) => segment.must && segment.status !== 'met');
  const fell = () => t(leaves ? 'fellQueue' : 'fell', { ...given, from: was.rank ?? 0, to: is.rank ?? 0 });
  const serif = (words: ReactNode) => (
    <b>
      <Signed when>{words}</Signed>
    </b>
  );
  const points = Math.round((was.points - is.points) * 10) / 10;
  return (
    <div className="grid content-start gap-3 border-t border-rule-2 p-4 fold:border-s fold:border-t-0 fold:px-5">
      <p className="sm">
        {t.rich(revoked ? 'proved' : 'proves', {
          ...given,
          points,
          t: serif,
          b: (words: ReactNode) => <b>{words}</b>,
        })}
      </p>
      <div>
        <Verdict
          verdict={revoked ? 'invalid' : 'valid'}
          bound="yes"
          word={revoked ? t('revoked') : t('stands')}
        />
      </div>
      <Button tone="stop" onClick={onToggle}>
        {revoked ? t('restore') : t('revoke')}
      </Button>
      <p className="t13 soft" role="status">
        {revoked ? fell() : t('calm')}
      </p>
    </div>
  );
}

/**
 * The list with a button that revokes one badge: the row falls and the reason is spoken. Both states come
 * computed from the server; nothing here knows how to count.
 */
export function SampleList({
  before,
  after,
  badge,
}: {
  before: readonly SampleRow[];
  after: readonly SampleRow[];
  badge: Badge;
}) {
  const [revoked, setRevoked] = useState(false);
  const fall = findFall(before, after);
  if (!fall) return null;
  return (
    <div className="mt-3 grid border border-ink bg-surface fold:grid-cols-[minmax(0,1fr)_20rem]">
      <Ledger rows={revoked ? after : before} />
      <Control fall={fall} badge={badge} revoked={revoked} onToggle={() => setRevoked(!revoked)} />
    </div>
  );
}
