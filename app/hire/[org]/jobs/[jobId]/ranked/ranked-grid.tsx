'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { JobOutput } from '#server/jobs/schemas.ts';
import type { RankedRowOutput, RankingListOutput } from '#server/matching/schemas.ts';
import { focusRow, rowId } from './grid-focus.ts';
import { hrefOf, type OpenList } from './list-context.ts';
import { RankedRow } from './ranked-row.tsx';
import { linesOf, useLines } from './use-lines.ts';
import { chosenOf, type Selection } from './use-selection.ts';

/** A wish to put the focus on a row, which may have to be drawn first. */
export interface FocusWish {
  index: number;
  column: string | null;
}

/** The rule over the second queue. */
function GateRow({
  list: { view },
  gate,
  count,
  index,
}: {
  list: OpenList;
  gate: JobOutput['queueGate'];
  count: number;
  index: number;
}) {
  const t = useTranslations('hire.ranked');
  const alone = view.filter.queue === 'second';
  return (
    <tr role="row" className="gatehd" aria-rowindex={index}>
      <td role="gridcell" colSpan={9}>
        <b>{t(`secondQueue.${gate}`, { count })}</b> {t('nobodyDropped')}{' '}
        {!alone && (
          <AppLink tabIndex={-1} href={hrefOf(view, { filter: { ...view.filter, queue: 'second' } })}>
            {t('seeSecond', { count })}
          </AppLink>
        )}
      </td>
    </tr>
  );
}

/** Room that rows which are not drawn would take. */
function Gap({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is room, not a row
    <tr role="presentation" className="gap">
      <td role="presentation" style={{ blockSize: height }} />
    </tr>
  );
}

/** The ranked people as a grid with one tab stop. */
export function RankedGrid({
  list,
  page,
  rows,
  gate,
  head,
  current,
  shownId,
  wish,
  selection,
  mayDecide,
  personHref,
  onOpen,
}: {
  list: OpenList;
  page: RankingListOutput;
  rows: readonly RankedRowOutput[];
  gate: JobOutput['queueGate'];
  head: ReactNode;
  current: number;
  shownId: string | null;
  wish: FocusWish | null;
  selection: Selection;
  mayDecide: boolean;
  personHref: (row: RankedRowOutput) => string;
  onOpen: (index: number) => void;
}) {
  const t = useTranslations('hire.ranked');
  const body = useRef<HTMLTableSectionElement>(null);
  const lines = useMemo(() => linesOf(rows), [rows]);
  const lineOf = (index: number) => lines.findIndex((line) => line.kind === 'row' && line.index === index);
  const { drawn, measure, gapBefore, after, reveal } = useLines(lines, lineOf(current), body);
  const gateLine = lines.findIndex((line) => line.kind === 'gate');

  const latest = useRef({ rows, lineOf, reveal });
  latest.current = { rows, lineOf, reveal };
  useEffect(() => {
    const row = wish && latest.current.rows[wish.index];
    if (!wish || !row) return;
    latest.current.reveal(latest.current.lineOf(wish.index));
    focusRow(rowId(row.candidateId), wish.column);
  }, [wish]);

  return (
    <table
      role="grid"
      aria-label={t('label')}
      aria-rowcount={page.first + page.second + 1 + (page.second > 0 ? 1 : 0)}
      aria-multiselectable={mayDecide}
    >
      {head}
      <tbody role="rowgroup" ref={body}>
        {drawn.map((at, position) => {
          const line = lines[at];
          if (!line) return null;
          // The head is the first row; the rule over the second queue is one, too.
          const index = at + 2;
          return (
            <Fragment key={line.kind === 'row' ? line.row.candidateId : 'gate'}>
              <Gap height={gapBefore(position)} />
              {line.kind === 'gate' ? (
                <GateRow list={list} gate={gate} count={page.second} index={index} />
              ) : (
                <RankedRow
                  row={line.row}
                  moves={page.moves}
                  index={index}
                  line={at}
                  shown={line.row.candidateId === shownId}
                  selected={mayDecide && chosenOf(line.row) ? selection.has(line.row.candidateId) : null}
                  current={line.index === current}
                  href={personHref(line.row)}
                  onOpen={() => onOpen(line.index)}
                  onSelect={(range) => (range ? selection.extend(line.index) : selection.toggle(line.index))}
                  measure={at === gateLine ? null : measure}
                />
              )}
            </Fragment>
          );
        })}
        <Gap height={after} />
      </tbody>
    </table>
  );
}
