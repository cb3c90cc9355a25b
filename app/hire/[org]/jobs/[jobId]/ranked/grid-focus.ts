/**
 * Where the focus stands in the grid. The grid is one tab stop: its current row. Arrows move between rows; to the
 * end side they enter the cells of a row. A cell that holds a link or a box gives the focus to it.
 */

/** The id of the head's row. */
export const headId = 'ranked-head';
/** The id of somebody's row. */
export const rowId = (candidateId: string) => `row-${candidateId}`;

const cellSelector = '[data-cell]';
const within = 'a, button, input';

function cellsOf(row: Element): HTMLElement[] {
  // A cell that gave way to a narrow page is no place to stand.
  return [...row.querySelectorAll<HTMLElement>(cellSelector)].filter((cell) => cell.offsetParent !== null);
}

function focusCell(cell: HTMLElement | undefined): void {
  const target = cell?.querySelector<HTMLElement>(within) ?? cell;
  target?.focus();
}

const closest = (target: EventTarget | null, selector: string) =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

/** The row that an event comes from, and the cell in it, if one was entered. */
export function placeOf(target: EventTarget | null): { row: HTMLElement | null; cell: HTMLElement | null } {
  return { row: closest(target, '[role=row]'), cell: closest(target, cellSelector) };
}

/** One cell on, towards the end of the line or back; from the first cell back to the row. */
export function stepCell(target: EventTarget | null, key: 'ArrowRight' | 'ArrowLeft'): void {
  const { row, cell } = placeOf(target);
  if (!row) return;
  const forward = (getComputedStyle(row).direction === 'rtl') === (key === 'ArrowLeft');
  const cells = cellsOf(row);
  const at = cell ? cells.indexOf(cell) : -1;
  if (forward) focusCell(cells[Math.min(at + 1, cells.length - 1)]);
  else if (at > 0) focusCell(cells[at - 1]);
  else row.focus();
}

/** The first or last cell of the row, when a cell has the focus; false when none has. */
export function endCell(target: EventTarget | null, key: 'Home' | 'End'): boolean {
  const { row, cell } = placeOf(target);
  if (!row || !cell) return false;
  focusCell(cellsOf(row).at(key === 'Home' ? 0 : -1));
  return true;
}

/** Puts the focus on a row, or on the cell of the same column when one had it. False when the row is not drawn. */
export function focusRow(id: string, column: string | null = null): boolean {
  const row = document.getElementById(id);
  if (!row) return false;
  const cell = column === null ? undefined : cellsOf(row).find((each) => each.dataset.cell === column);
  if (cell) focusCell(cell);
  else row.focus();
  return true;
}

/** The column of the cell that has the focus; null when a row has it. */
export function columnOf(target: EventTarget | null): string | null {
  return placeOf(target).cell?.dataset.cell ?? null;
}
