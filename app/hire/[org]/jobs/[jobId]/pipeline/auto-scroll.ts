const edge = 72;
const mostAtOnce = 18;

/** How far to go for a pointer this near an end: faster the nearer, nothing away from it. */
export function pull(pointer: number, start: number, end: number): number {
  const before = start + edge - pointer;
  const behind = pointer - (end - edge);
  if (before > 0) return -Math.ceil((Math.min(before, edge) / edge) * mostAtOnce);
  if (behind > 0) return Math.ceil((Math.min(behind, edge) / edge) * mostAtOnce);
  return 0;
}

/** Scrolls a region sideways and the page up and down while something is dragged near an edge. `stop` ends it. */
export function startAutoScroll(region: () => HTMLElement | null) {
  let pointer: { x: number; y: number } | null = null;
  let frame = 0;
  const step = () => {
    const box = region()?.getBoundingClientRect();
    if (pointer && box) {
      region()?.scrollBy({ left: pull(pointer.x, box.left, box.right) });
      window.scrollBy({ top: pull(pointer.y, 0, window.innerHeight), behavior: 'instant' });
    }
    frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return {
    at: (x: number, y: number) => {
      pointer = { x, y };
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
