import type { Coverage } from '#app/ui/coverage/shapes.ts';
import type { BarOutput } from '#server/matching/schemas.ts';

/** A coverage as the procedures give it, in the shape that the bar draws. */
export function drawnCoverage(coverage: BarOutput): Coverage {
  if (coverage.kind === 'no-score') return coverage;
  const parts = coverage.parts.map(({ shortLabel, ...part }) => ({ ...part, short: shortLabel }));
  return { ...coverage, parts };
}
