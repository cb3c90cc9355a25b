'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Legend } from '#app/ui/coverage/legend.tsx';
import type { Density } from '#app/ui/shell/density.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import {
  type ListView,
  parseListView,
  type RankedRowOutput,
  type RankingListOutput,
  writeListView,
} from '#server/matching/schemas.ts';
import { DecisionTrouble } from '../decision-trouble.tsx';
import { DeclineDialog } from '../decline-dialog.tsx';
import { ExplanationPanel } from './explanation-panel.tsx';
import { rowId } from './grid-focus.ts';
import { GridHead } from './grid-head.tsx';
import type { OpenList } from './list-context.ts';
import { AllKeys, Decide, KeysLine, SelectionBar } from './list-parts.tsx';
import { ListTools } from './list-tools.tsx';
import { type MenuPlace, MoveMenu, placeUnder } from './move-menu.tsx';
import { NewerOrder } from './newer-order.tsx';
import { NothingHere } from './nothing-here.tsx';
import { type FocusWish, RankedGrid } from './ranked-grid.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useListActions } from './use-list-actions.ts';
import { useRowTravel } from './use-row-travel.ts';
import { useRows } from './use-rows.ts';
import { chosenOf, useSelection } from './use-selection.ts';

const panelWidth = '(min-width: 68.75rem)';
/** As many as one move takes. */
const mostSelected = 200;

type Props = {
  org: string;
  job: JobOutput;
  page: RankingListOutput;
  view: ListView;
  density: Density;
  mayDecide: boolean;
};

/** Where the list stands: the current row, whose explanation is open, and a wish to move the focus. */
function usePlace(rows: readonly RankedRowOutput[], more: () => Promise<boolean>, list: OpenList) {
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState<string | null>(null);
  const [wish, setWish] = useState<FocusWish | null>(null);
  const [of, setOf] = useState(list);
  if (of !== list) {
    // Another list begins at its top.
    setOf(list);
    setAt(0);
    setOpen(null);
    setWish(null);
  }
  const current = Math.min(at, Math.max(0, rows.length - 1));
  const known = useRef(rows);
  known.current = rows;
  const goNow = (to: number, column: string | null) => {
    const index = Math.max(0, Math.min(known.current.length - 1, to));
    setAt(index);
    setWish({ index, column });
    // The explanation follows.
    setOpen((shown) => (shown === null ? null : (known.current[index]?.candidateId ?? null)));
  };
  return {
    current,
    wish,
    shown: rows.find((row) => row.candidateId === open) ?? null,
    open: (index: number) => {
      setAt(index);
      setOpen(rows[index]?.candidateId ?? null);
    },
    close() {
      if (open === null) return;
      setOpen(null);
      setWish({ index: current, column: null });
    },
    /** Beyond the last row that is loaded the next page comes first. */
    async go(to: number, column: string | null = null) {
      if (to >= rows.length && current === rows.length - 1) await more();
      goNow(to, column);
    },
  };
}

function Foot({
  page,
  loaded,
  isMore,
  loading,
  failed,
  sort,
  onMore,
}: {
  page: RankingListOutput;
  loaded: number;
  isMore: boolean;
  loading: boolean;
  failed: boolean;
  sort: ListView['sort'];
  onMore: () => void;
}) {
  const t = useTranslations('hire.ranked');
  const sorted = useTranslations('hire.sort');
  return (
    <div className="ranked-foot">
      {failed && (
        <Note tone="bad" live>
          {t('moreFailed')}
        </Note>
      )}
      {isMore && (
        <Button size="sm" onClick={onMore} aria-busy={loading}>
          {t(failed ? 'again' : 'more', { count: Math.min(50, page.first + page.second - loaded) })}
        </Button>
      )}
      <Legend />
      <p className="t13 quiet" role="status">
        {t('range', { to: loaded, of: page.first + page.second })}{' '}
        {sort !== 'coverage' && sorted(`said.${sort}`)}
      </p>
      <KeysLine />
    </div>
  );
}

/** The ranked list as a grid with one tab stop, its filters, and the explanation beside it. */
export function RankedList({ org, job, page, view, density, mayDecide }: Props) {
  const router = useRouter();
  // The same list as long as its address is the same, however often the page is read anew.
  const address = writeListView(view);
  const list = useMemo(() => ({ org, jobId: job.id, view: parseListView(address) }), [org, job.id, address]);
  const { rows, more, failed, loading, isMore } = useRows(list, page);
  const place = usePlace(rows, more, list);
  const { current, shown } = place;
  const selection = useSelection(rows, list);
  const actions = useListActions(list, selection, chosenOf(shown ?? rows[current]), mayDecide);
  const [adding, setAdding] = useState(false);
  const [keys, setKeys] = useState(false);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const personHref = (row: RankedRowOutput) =>
    `/hire/${org}/jobs/${job.id}/candidates/${row.candidateId}${address}`;

  function explain(index: number) {
    const row = rows[index];
    if (!row) return;
    // Where there is no room beside the list, the explanation is a page.
    if (window.matchMedia(panelWidth).matches) place.open(index);
    else router.push(personHref(row));
  }
  function openMoveMenu() {
    const row = document.getElementById(rowId(rows[current]?.candidateId ?? ''));
    const named = row?.querySelector<HTMLElement>('.c-name');
    if (mayDecide && row && named) setMenu({ ...placeUnder(named), back: () => row.focus() });
  }
  useGridKeys(current, rows.length, {
    go: (to, column) => void place.go(to, column),
    explain: () => explain(current),
    closePanel: place.close,
    toggle: () => mayDecide && selection.toggle(current),
    extend: () => mayDecide && selection.extend(current),
    advance: actions.advance,
    decline: actions.askDecline,
    moveMenu: openMoveMenu,
    moveTo: actions.moveToNumber,
    undo: actions.undo,
    search: () => search.current?.focus(),
    addFilter: () => setAdding(true),
    allKeys: () => setKeys(true),
  });

  const travel = useRowTravel(rows.map((row) => row.candidateId).join());
  const shownPerson = chosenOf(shown ?? undefined);
  const listed = page.first + page.second;
  const all = selection.people.length > 0 && selection.people.length >= Math.min(listed, mostSelected);
  const selected = all ? 'all' : selection.people.length > 0 ? 'some' : 'none';
  const names = {
    skills: [...job.requirements.flatMap((line) => line.skills), ...page.skills],
    issuers: page.issuers,
  };
  return (
    <>
      <ListTools
        list={list}
        page={page}
        requirements={job.requirements}
        density={density}
        search={search}
        onLeaveSearch={() => void place.go(current)}
        adding={adding}
        onAdding={setAdding}
      />
      <NewerOrder org={org} jobId={job.id} mark={page.mark} onShow={travel.announce} />
      <DecisionTrouble className="hire-body" decisions={actions.decisions} />
      {actions.trouble && (
        <div className="hire-body">
          <Note tone="bad" live>
            {actions.trouble}
          </Note>
        </div>
      )}
      {rows.length === 0 ? (
        <div className="hire-body">
          <NothingHere list={list} names={names} page={page} />
        </div>
      ) : (
        <div className={shown ? 'ranked with-panel' : 'ranked'}>
          <div className="ranked-main">
            <RankedGrid
              list={list}
              page={page}
              rows={rows}
              gate={job.queueGate}
              head={
                <GridHead
                  list={list}
                  requirements={job.requirements}
                  selectable={mayDecide ? { count: Math.min(listed, mostSelected), of: listed } : null}
                  selected={selected}
                  onSelectAll={() => (all ? selection.clear() : void actions.selectAll())}
                />
              }
              current={current}
              shownId={shown?.candidateId ?? null}
              wish={place.wish}
              selection={selection}
              mayDecide={mayDecide}
              personHref={personHref}
              onOpen={explain}
            />
            <SelectionBar people={selection.people} onMoveTo={setMenu} onClear={selection.clear} />
            <Foot
              page={page}
              loaded={rows.length}
              isMore={isMore}
              loading={loading}
              failed={failed}
              sort={view.sort}
              onMore={() => void more()}
            />
          </div>
          {shown && (
            <ExplanationPanel org={org} jobId={job.id} row={shown} moves={page.moves} onClose={place.close}>
              {mayDecide && shownPerson && (
                <Decide
                  person={shownPerson}
                  onAdvance={actions.advance}
                  onDecline={actions.askDecline}
                  onMoveTo={setMenu}
                />
              )}
            </ExplanationPanel>
          )}
        </div>
      )}
      <MoveMenu place={menu} onMove={actions.move} onClose={() => setMenu(null)} />
      <AllKeys open={keys} onOpenChange={setKeys} />
      {actions.declining && (
        <DeclineDialog
          org={org}
          jobId={job.id}
          people={actions.declining}
          onDecline={actions.decisions.decline}
          onClose={() => actions.setDeclining(null)}
        />
      )}
    </>
  );
}
