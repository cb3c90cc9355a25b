/**
 * A row of an ARIA grid (interface §7): the row holds the focus and takes the keys; its cells do once they are entered.
 * biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: rows of a grid are selected
 */
'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent, Ref } from 'react';
import { drawnCoverage } from '#app/(site)/jobs/coverage-shape.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { CoverageBar } from '#app/ui/coverage/coverage-bar.tsx';
import { Points } from '#app/ui/coverage/points.tsx';
import { IssuerName } from '#app/ui/proof/issuer-name.tsx';
import { Tier } from '#app/ui/proof/tier.tsx';
import type { RankedRowOutput, RankMoves } from '#server/matching/schemas.ts';
import { useStages } from '../stage-plan.tsx';
import { rowId } from './grid-focus.ts';
import { HitLines } from './hit-lines.tsx';
import { RankMove } from './rank-move.tsx';

/** What keeps somebody out of the first queue, in a word beside the name. */
function OpenMust({ row }: { row: RankedRowOutput }) {
  const t = useTranslations('hire.ranked');
  if (row.queue !== 'second' || row.coverage.kind === 'no-score') return null;
  const open = row.coverage.parts.filter((part) => part.must && part.status !== 'met');
  const [first] = open;
  if (!first) return null;
  return (
    <span className="tag">
      {t(`must.${first.status}`, { name: first.label })}
      {open.length > 1 && ` ${t('andMore', { count: open.length - 1 })}`}
    </span>
  );
}

function Rank({ row }: { row: RankedRowOutput }) {
  const t = useTranslations('hire.ranked');
  if (row.queue === 'first' && row.rank !== null) return row.rank;
  return (
    <span>
      <span aria-hidden="true">–</span>
      <span className="vh">{t(row.queue === 'second' ? 'noRank' : 'noScoreShort')}</span>
    </span>
  );
}

function Issuers({ issuers }: { issuers: RankedRowOutput['issuers'] }) {
  const [first, ...others] = issuers;
  if (!first) return null;
  return (
    <span title={issuers.map(({ name }) => name).join(', ')}>
      <IssuerName {...first} claimedName={null} />
      {others.length > 0 && ` +${others.length}`}
    </span>
  );
}

/** One person in the list. Cells take part in the grid; the name is a link for mouse and middle click. */
export function RankedRow({
  row,
  moves,
  index,
  line,
  shown,
  selected,
  current,
  href,
  onOpen,
  onSelect,
  measure,
}: {
  row: RankedRowOutput;
  moves: RankMoves;
  index: number;
  /** Its place among the lines that are drawn when needed. */
  line: number;
  /** Explained beside the list just now. */
  shown: boolean;
  /** Null where there is nothing to decide on. */
  selected: boolean | null;
  /** The one tab stop of the grid. */
  current: boolean;
  href: string;
  onOpen: () => void;
  onSelect: (range: boolean) => void;
  measure: Ref<HTMLTableRowElement>;
}) {
  const t = useTranslations('hire.ranked');
  const { nameOf } = useStages();
  const coverage = drawnCoverage(row.coverage);
  const range = (event: MouseEvent) => {
    if (!event.shiftKey) return onOpen();
    event.preventDefault();
    onSelect(true);
  };
  return (
    <tr
      ref={measure}
      data-index={line}
      role="row"
      id={rowId(row.candidateId)}
      aria-rowindex={index}
      aria-selected={selected ?? undefined}
      aria-current={shown || undefined}
      tabIndex={current ? 0 : -1}
      onClick={range}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <td role="gridcell" className="c-chk" data-cell="chk" tabIndex={-1}>
        {selected !== null && (
          <input
            className="chk"
            type="checkbox"
            tabIndex={-1}
            aria-label={t('select', { name: row.name })}
            checked={selected}
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => onSelect((event.nativeEvent as unknown as MouseEvent).shiftKey)}
          />
        )}
      </td>
      <td role="gridcell" className="c-rank r num" data-cell="rank" tabIndex={-1}>
        <Rank row={row} />
      </td>
      <th role="rowheader" scope="row" className="c-name" data-cell="name">
        <AppLink href={href} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          <bdi>{row.name}</bdi>
        </AppLink>{' '}
        <OpenMust row={row} /> <RankMove candidateId={row.candidateId} moves={moves} />
        <HitLines hits={row.hits} />
      </th>
      <td role="gridcell" className="c-pct r" data-cell="coverage" tabIndex={-1}>
        <Points coverage={coverage} unknown />
      </td>
      <td role="gridcell" className="c-cov" data-cell="bar" tabIndex={-1}>
        {coverage.kind === 'score' && <CoverageBar coverage={coverage} />}
      </td>
      <td role="gridcell" className="c-tier" data-cell="tier" tabIndex={-1}>
        {row.bestTier === null ? <span className="quiet">–</span> : <Tier level={row.bestTier} short />}
      </td>
      <td role="gridcell" className="c-iss soft" data-cell="issuers" tabIndex={-1}>
        <Issuers issuers={row.issuers} />
      </td>
      <td role="gridcell" className="c-st" data-cell="stage" tabIndex={-1}>
        {nameOf(row.stage ?? 'none')}
      </td>
      <td role="gridcell" className="c-ap quiet" data-cell="applied" tabIndex={-1}>
        {row.appliedAt ? <Day at={row.appliedAt} /> : '–'}
      </td>
    </tr>
  );
}
