/**
 * biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with roles
 * biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on a phone costs a table its roles
 * biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop, not the cell
 * biome-ignore-all lint/a11y/useSemanticElements: a scrolling region is named, not made a section
 */
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { useKeys } from '#app/hire/use-keys.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { Legend } from '#app/ui/coverage/legend.tsx';
import { Ruler } from '#app/ui/coverage/ruler.tsx';
import type { RequirementOutput } from '#server/jobs/schemas.ts';
import type { RankedRowOutput, RankingFilter, RankingListOutput } from '#server/matching/schemas.ts';
import { DecisionTrouble } from '../decision-trouble.tsx';
import { DeclineDialog } from '../decline-dialog.tsx';
import { useStages } from '../stage-plan.tsx';
import { type Movable, useDecisions } from '../use-decisions.ts';
import { ExplanationPanel } from './explanation-panel.tsx';
import { FilterLine } from './filter-line.tsx';
import { writeFilter } from './filters.ts';
import { RankedRow } from './ranked-row.tsx';

const panelWidth = '(min-width: 68.75rem)';

/** Somebody as the decisions take them; null when there is no application to decide on. */
function movable(row: RankedRowOutput | undefined): Movable | null {
  return row?.version ? { candidateId: row.candidateId, name: row.name, version: row.version } : null;
}

/** The stage an "advance" leads to from somebody's stage, or null. */
function useAdvance() {
  const { next } = useStages();
  return (row: RankedRowOutput | undefined) => (row?.stage ? next(row.stage) : null);
}

function focusRow(row: RankedRowOutput | undefined) {
  if (row) document.getElementById(`row-${row.candidateId}`)?.focus();
}

type Props = {
  org: string;
  jobId: string;
  page: RankingListOutput;
  filter: RankingFilter;
  requirements: RequirementOutput[];
  mayDecide: boolean;
};

/** Decision buttons at the end of the explanation. */
function Decide({
  row,
  onAdvance,
  onDecline,
}: {
  row: RankedRowOutput;
  onAdvance: () => void;
  onDecline: () => void;
}) {
  const t = useTranslations('hire.decide');
  const { nameOf } = useStages();
  const next = useAdvance()(row);
  if (!row.version || !next) return null;
  return (
    <div className="row">
      <Button tone="go" onClick={onAdvance}>
        {t('advance', { stage: nameOf(next) })} <Kbd>E</Kbd>
      </Button>
      <Button onClick={onDecline}>
        {t('decline')} <Kbd>D</Kbd>
      </Button>
    </div>
  );
}

function GridHead({ requirements }: { requirements: readonly RequirementOutput[] }) {
  const t = useTranslations('hire.ranked');
  const parts = requirements.map(({ id, shortLabel, weight, must }) => ({
    requirementId: id,
    short: shortLabel,
    weight,
    must,
  }));
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <th scope="col" role="columnheader" className="r c-rank">
          {t('rank')}
        </th>
        <th scope="col" role="columnheader" className="c-name">
          {t('candidate')}
        </th>
        <th scope="col" role="columnheader" className="r c-pct" aria-sort="descending">
          {t('proven')}
        </th>
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
        <th scope="col" role="columnheader" className="c-ap">
          {t('applied')}
        </th>
      </tr>
    </thead>
  );
}

function KeysLine() {
  const t = useTranslations('hire.ranked');
  const key = (name: string) => () => <Kbd>{name}</Kbd>;
  return (
    <p className="t13 quiet">
      {t.rich('keys', {
        j: key('J'),
        k: key('K'),
        enter: key('Enter'),
        e: key('E'),
        d: key('D'),
        f: key('F'),
        esc: key('Esc'),
      })}
    </p>
  );
}

/** The ranked list as a grid with one tab stop, its filters, and the explanation beside it. */
export function RankedList({ org, jobId, page, filter, requirements, mayDecide }: Props) {
  const t = useTranslations('hire.ranked');
  const router = useRouter();
  const { items } = page;
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [declining, setDeclining] = useState<Movable | null>(null);
  const decisions = useDecisions(org, jobId);
  const advanceOf = useAdvance();
  const here = Math.min(at, Math.max(0, items.length - 1));
  const current = items[here];
  const shown = items.find((row) => row.candidateId === open);
  const hrefOf = (row: RankedRowOutput) => `/hire/${org}/jobs/${jobId}/candidates/${row.candidateId}`;

  function go(to: number) {
    const next = Math.max(0, Math.min(items.length - 1, to));
    setAt(next);
    focusRow(items[next]);
    if (open !== null) setOpen(items[next]?.candidateId ?? null);
  }
  function explain(row: RankedRowOutput | undefined, index = here) {
    if (!row) return;
    setAt(index);
    // Where there is no room beside the list, the explanation is a page.
    if (window.matchMedia(panelWidth).matches) setOpen(row.candidateId);
    else router.push(hrefOf(row));
  }
  function close() {
    setOpen(null);
    focusRow(current);
  }
  function advance(row: RankedRowOutput | undefined) {
    const [person, next] = [movable(row), advanceOf(row)];
    if (mayDecide && person && next) void decisions.move([person], next);
  }
  function decline(row: RankedRowOutput | undefined) {
    if (mayDecide && advanceOf(row)) setDeclining(movable(row));
  }

  useKeys({
    j: () => go(here + 1),
    ArrowDown: () => go(here + 1),
    k: () => go(here - 1),
    ArrowUp: () => go(here - 1),
    Home: () => go(0),
    End: () => go(items.length - 1),
    PageDown: () => go(here + 10),
    PageUp: () => go(here - 10),
    Enter: (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
      if (link) link.click();
      else explain(current);
    },
    Escape: () => (open === null ? undefined : close()),
    e: () => advance(shown ?? current),
    d: () => decline(shown ?? current),
    f: () => setAdding(true),
    z: () => void decisions.undoLast(),
  });

  const filtered = writeFilter(filter) !== '';
  const firstOfSecond = items.findIndex((row) => row.queue === 'second');
  const skills = requirements.flatMap((line) => line.skills);
  return (
    <>
      <div className="tools">
        <FilterLine
          filter={filter}
          choices={{ skills, issuers: page.issuers, gains: page.gains }}
          adding={adding}
          onAdding={setAdding}
        />
        <span className="end quiet" role="status">
          {t('count', { shown: page.first + page.second, total: page.total })}
        </span>
      </div>
      <DecisionTrouble className="hire-body" decisions={decisions} />
      {items.length === 0 ? (
        <div className="hire-body">
          <Empty
            title={t(filtered ? 'noneFiltered' : 'none')}
            action={
              filtered ? <AppLink href="?">{t('allFilters', { count: page.total })}</AppLink> : undefined
            }
          >
            {t(filtered ? 'noneFilteredText' : 'noneText')}
          </Empty>
        </div>
      ) : (
        <div className={shown ? 'ranked with-panel' : 'ranked'}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable */}
          <div className="scroll" tabIndex={0} role="region" aria-label={t('region')}>
            <table role="grid" aria-label={t('label')} aria-rowcount={page.first + page.second + 1}>
              <GridHead requirements={requirements} />
              <tbody role="rowgroup">
                {items.map((row, index) => (
                  <Fragment key={row.candidateId}>
                    {index === firstOfSecond && (
                      <tr role="row" className="gatehd">
                        <td role="gridcell" colSpan={8}>
                          <b>{t('secondQueue', { count: page.second })}</b> {t('nobodyDropped')}
                        </td>
                      </tr>
                    )}
                    <RankedRow
                      row={row}
                      index={page.offset + index + 2}
                      selected={row.candidateId === open}
                      current={index === here}
                      href={hrefOf(row)}
                      onOpen={() => explain(row, index)}
                    />
                  </Fragment>
                ))}
              </tbody>
            </table>
            <div className="ranked-foot">
              <Legend />
              <p className="t13 quiet">
                {t('range', {
                  from: page.offset + 1,
                  to: page.offset + items.length,
                  of: page.first + page.second,
                })}
              </p>
              <p className="row">
                {page.offset > 0 && <AppLink href={writeFilter(filter) || '?'}>{t('firstPage')}</AppLink>}
                {page.nextCursor && (
                  <AppLink href={writeFilter(filter, page.nextCursor)}>{t('nextPage')}</AppLink>
                )}
              </p>
              <KeysLine />
            </div>
          </div>
          {shown && (
            <ExplanationPanel org={org} jobId={jobId} row={shown} onClose={close}>
              {mayDecide && (
                <Decide row={shown} onAdvance={() => advance(shown)} onDecline={() => decline(shown)} />
              )}
            </ExplanationPanel>
          )}
        </div>
      )}
      {declining && (
        <DeclineDialog
          org={org}
          jobId={jobId}
          people={[declining]}
          onDecline={decisions.decline}
          onClose={() => setDeclining(null)}
        />
      )}
    </>
  );
}
