/** How long verifications may work in one turn of the event loop before others get theirs. */
const turnMs = 3;

const waiting: (() => void)[] = [];
let began = Number.NEGATIVE_INFINITY;
let isPlanned = false;

/**
 * Lets the event loop turn when the present turn has lasted long enough, or when another verification waits already.
 * Steps of a verification call it between each other: without it, all that are under way would run to their ends in
 * one turn, because a promise that is kept does not wait for the loop.
 */
export function giveWay(): Promise<void> | undefined {
  if (waiting.length === 0 && performance.now() - began < turnMs) return undefined;
  return new Promise((resolve) => {
    waiting.push(resolve);
    plan();
  });
}

function plan(): void {
  if (isPlanned) return;
  isPlanned = true;
  setImmediate(() => {
    isPlanned = false;
    began = performance.now();
    waiting.shift()?.();
    if (waiting.length > 0) plan();
  });
}
