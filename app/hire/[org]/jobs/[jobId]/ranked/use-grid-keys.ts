'use client';

import { type Keys, useKeys } from '#app/hire/use-keys.ts';
import { columnOf, endCell, focusRow, headId, placeOf, stepCell } from './grid-focus.ts';

const pageStep = 10;

/** What the keys of the list do; the grid's own movement is worked out here. */
export interface GridActions {
  /** Goes to a row, in the column given or to the row itself. */
  go: (to: number, column?: string | null) => void;
  explain: () => void;
  closePanel: () => void;
  toggle: () => void;
  extend: () => void;
  advance: () => void;
  decline: () => void;
  moveMenu: () => void;
  /** Moves to the stage with this number. */
  moveTo: (number: number) => void;
  undo: () => void;
  search: () => void;
  addFilter: () => void;
  allKeys: () => void;
}

const inHead = (event: KeyboardEvent) => placeOf(event.target).row?.id === headId;

/** The keys of the ranked list (interface §7). They rest while a field, a menu or a dialog has the focus. */
export function useGridKeys(current: number, count: number, actions: GridActions): void {
  const { go } = actions;
  const stepFrom = (event: KeyboardEvent, by: number) => go(current + by, columnOf(event.target));
  const down = (event: KeyboardEvent) => (inHead(event) ? go(0, columnOf(event.target)) : stepFrom(event, 1));
  const up = (event: KeyboardEvent) => {
    if (current === 0 && placeOf(event.target).row) focusRow(headId, columnOf(event.target));
    else stepFrom(event, -1);
  };
  const enter = (event: KeyboardEvent) => {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
    if (control) control.click();
    else actions.explain();
  };
  const leave = (event: KeyboardEvent) => {
    const { row, cell } = placeOf(event.target);
    if (row && cell) row.focus();
    else actions.closePanel();
  };
  const numbers: Keys = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [String(number), () => actions.moveTo(number)]),
  );
  useKeys({
    ...numbers,
    j: (event) => stepFrom(event, 1),
    k: (event) => stepFrom(event, -1),
    ArrowDown: down,
    ArrowUp: up,
    ArrowRight: (event) => stepCell(event.target, 'ArrowRight'),
    ArrowLeft: (event) => stepCell(event.target, 'ArrowLeft'),
    Home: (event) => endCell(event.target, 'Home') || go(0),
    End: (event) => endCell(event.target, 'End') || go(count - 1),
    PageDown: (event) => stepFrom(event, pageStep),
    PageUp: (event) => stepFrom(event, -pageStep),
    Enter: enter,
    Escape: leave,
    x: (event) => (event.shiftKey ? actions.extend() : actions.toggle()),
    e: actions.advance,
    d: actions.decline,
    m: actions.moveMenu,
    z: actions.undo,
    '/': actions.search,
    f: actions.addFilter,
    '?': actions.allKeys,
  });
}
