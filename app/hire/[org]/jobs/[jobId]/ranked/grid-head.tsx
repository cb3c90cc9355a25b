'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Ruler } from '#app/ui/coverage/ruler.tsx';
import type { RequirementOutput } from '#server/jobs/schemas.ts';
import type { RankingSort } from '#server/matching/schemas.ts';
import { headId } from './grid-focus.ts';
import { hrefOf, type OpenList } from './list-context.ts';

/** The box that chooses everybody; half filled while some are. */
function SelectAll({
  state,
  label,
  onToggle,
}: {
  state: 'none' | 'some' | 'all';
  label: string;
  onToggle: () => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <input
      ref={box}
      className="chk"
      type="checkbox"
      tabIndex={-1}
      aria-label={label}
      checked={state === 'all'}
      onChange={onToggle}
    />
  );
}

/** A column's head that orders the list by it. */
function SortHead({
  list: { view },
  sort,
  className,
  children,
}: {
  list: OpenList;
  sort: RankingSort;
  className: string;
  children: ReactNode;
}) {
  const current = view.sort === sort;
  const ascending = sort === 'name';
  const Arrow = ascending ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      role="columnheader"
      className={className}
      data-cell={sort}
      aria-sort={current ? (ascending ? 'ascending' : 'descending') : undefined}
    >
      <AppLink className="sort" tabIndex={-1} href={hrefOf(view, { sort })}>
        {children}
        {current && <Arrow className="ic" aria-hidden />}
      </AppLink>
    </th>
  );
}

/** The head of the grid: its first row, reached with the arrow up. */
export function GridHead({
  list,
  requirements,
  selectable,
  selected,
  onSelectAll,
}: {
  list: OpenList;
  requirements: readonly RequirementOutput[];
  /** How many "all" would be; null when nobody can be chosen. */
  selectable: { count: number; of: number } | null;
  selected: 'none' | 'some' | 'all';
  onSelectAll: () => void;
}) {
  const t = useTranslations('hire.ranked');
  const parts = requirements.map(({ id, shortLabel, weight, must }) => ({
    requirementId: id,
    short: shortLabel,
    weight,
    must,
  }));
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1} id={headId} tabIndex={-1}>
        <td role="gridcell" className="c-chk" data-cell="chk">
          {selectable && (
            <SelectAll
              state={selected}
              label={t(selectable.count < selectable.of ? 'selectFirst' : 'selectAll', {
                count: selectable.count,
              })}
              onToggle={onSelectAll}
            />
          )}
        </td>
        <th scope="col" role="columnheader" className="r c-rank">
          {t('rank')}
        </th>
        <SortHead list={list} sort="name" className="c-name">
          {t('candidate')}
        </SortHead>
        <SortHead list={list} sort="coverage" className="r c-pct">
          {t('proven')}
        </SortHead>
        <th scope="col" role="columnheader" className="c-cov">
          <span className="vh">{t('coverage')}</span>
          <Ruler parts={parts} />
        </th>
        <th scope="col" role="columnheader" className="c-tier">
          {t('bestProof')}
        </th>
        <th scope="col" role="columnheader" className="c-iss">
          {t('issuers')}
        </th>
        <th scope="col" role="columnheader" className="c-st">
          {t('stage')}
        </th>
        <SortHead list={list} sort="applied" className="c-ap">
          {t('applied')}
        </SortHead>
      </tr>
    </thead>
  );
}
