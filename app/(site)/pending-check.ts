/**
 * What somebody put into the landing page's form, on its way to the verify page. Kept in this tab's memory only:
 * a badge is a personal document, and neither an address nor a store of the browser is a place for it.
 */
export type PendingCheck = { file: File | null; text: string };

let pending: PendingCheck | null = null;

/** Leaves a badge for the verify page, which is opened next. */
export function leavePendingCheck(check: PendingCheck): void {
  pending = check;
}

/** Takes what was left, once. */
export function takePendingCheck(): PendingCheck | null {
  const taken = pending;
  pending = null;
  return taken;
}
