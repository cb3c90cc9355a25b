/** The sample list of the landing page, as its procedure computes it: before and after one revocation. */
import type { Coverage, RequirementStatus } from '#app/ui/coverage/shapes.ts';

/** One requirement of a sample row; `share` of it is proven, 0 to 1. */
export type SampleSegment = {
  label: string;
  weight: number;
  must: boolean;
  status: RequirementStatus;
  share: number;
};

/** One invented person; points of 100 with one decimal, rank null in the second queue. */
export type SampleRow = {
  name: string;
  points: number;
  rank: number | null;
  segments: readonly SampleSegment[];
};

const micro = 1_000_000;

/** What the bar draws for a sample row. */
export function coverageOfSample(row: SampleRow): Coverage {
  const whole = row.segments.reduce((sum, segment) => sum + segment.weight, 0) || 1;
  const parts = row.segments.map((segment) => {
    const ofMicro = Math.round((segment.weight / whole) * 100 * micro);
    const { label, weight, must, status, share } = segment;
    const pointsMicro = Math.round(ofMicro * share);
    return { requirementId: label, label, short: label, weight, must, status, pointsMicro, ofMicro };
  });
  const unknownMicro = parts.reduce((sum, part) => sum + (part.status === 'unknown' ? part.ofMicro : 0), 0);
  const totalMicro = Math.round(row.points * micro);
  return {
    kind: 'score',
    totalMicro,
    unknownMicro,
    missingMicro: 100 * micro - totalMicro - unknownMicro,
    mustsMet: parts.every((part) => !part.must || part.status === 'met'),
    parts,
  };
}

/** What one revocation does: who falls, which requirement was lost, and both rows. Null when nothing moved. */
export function findFall(before: readonly SampleRow[], after: readonly SampleRow[]) {
  for (const was of before) {
    const is = after.find((row) => row.name === was.name);
    if (!is || is.points === was.points) continue;
    const lost = was.segments.find(
      (segment) => is.segments.find((other) => other.label === segment.label)?.share !== segment.share,
    );
    if (lost) return { was, is, lost };
  }
  return null;
}
