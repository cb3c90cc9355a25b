/**
 * A row of an ARIA grid (interface §7): the row holds the focus and takes the keys, its cells do not.
 * biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with roles
 * biome-ignore-all lint/a11y/noRedundantRoles: `display: grid` on a phone costs a table its roles
 * biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop, not the cell
 * biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: rows of a grid are selected
 */
'use client';

import { useTranslations } from 'next-intl';
import { drawnCoverage } from '#app/(site)/jobs/coverage-shape.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { CoverageBar } from '#app/ui/coverage/coverage-bar.tsx';
import { Points } from '#app/ui/coverage/points.tsx';
import { IssuerName } from '#app/ui/proof/issuer-name.tsx';
import { Tier } from '#app/ui/proof/tier.tsx';
import type { RankedRowOutput } from '#server/matching/schemas.ts';
import { useStages } from '../stage-plan.tsx';

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

/** One person in the list. Cells take part in the grid; the name is a link for mouse and middle click. */
export function RankedRow({
  row,
  index,
  selected,
  current,
  href,
  onOpen,
}: {
  row: RankedRowOutput;
  index: number;
  selected: boolean;
  /** The one tab stop of the grid. */
  current: boolean;
  href: string;
  onOpen: () => void;
}) {
  const t = useTranslations('hire.ranked');
  const { nameOf } = useStages();
  const coverage = drawnCoverage(row.coverage);
  const [issuer, ...others] = row.issuers;
  return (
    <tr
      role="row"
      id={`row-${row.candidateId}`}
      aria-rowindex={index}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      onClick={onOpen}
    >
      <td role="gridcell" className="c-rank r num">
        {row.queue === 'first' ? row.rank : <span aria-label={t('noRank')}>–</span>}
      </td>
      <th role="rowheader" scope="row" className="c-name">
        <AppLink href={href} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          <bdi>{row.name}</bdi>
        </AppLink>{' '}
        <OpenMust row={row} />
      </th>
      <td role="gridcell" className="c-pct r">
        <Points coverage={coverage} unknown />
      </td>
      <td role="gridcell" className="c-cov">
        <CoverageBar coverage={coverage} />
      </td>
      <td role="gridcell" className="c-tier">
        {row.bestTier === null ? <span className="quiet">–</span> : <Tier level={row.bestTier} short />}
      </td>
      <td role="gridcell" className="c-iss soft">
        {issuer && (
          <span title={row.issuers.map(({ name }) => name).join(', ')}>
            <IssuerName {...issuer} claimedName={null} />
            {others.length > 0 && ` +${others.length}`}
          </span>
        )}
      </td>
      <td role="gridcell" className="c-st">
        {nameOf(row.stage ?? 'none')}
      </td>
      <td role="gridcell" className="c-ap quiet">
        {row.appliedAt ? <Day at={row.appliedAt} /> : '–'}
      </td>
    </tr>
  );
}
