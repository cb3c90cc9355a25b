/** From exact micro-points to the tenths on show, so that what is shown adds up. */

const microPerTenth = 100_000;

/**
 * Shares `totalTenths` out among `micro` by largest remainder: each is rounded down, and what is left goes to
 * the largest remainders, earlier ones first. The result adds up to `totalTenths`.
 */
export function shareTenths(micro: readonly number[], totalTenths: number): number[] {
  const down = micro.map((each) => Math.floor(each / microPerTenth));
  const left = totalTenths - down.reduce((sum, each) => sum + each, 0);
  const byRemainder = micro
    .map((each, index) => ({ index, remainder: each % microPerTenth }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, Math.max(0, left)).map((each) => each.index));
  return down.map((each, index) => (raised.has(index) ? each + 1 : each));
}

/** The total on show, in tenths: rounded half up, from the total alone, so that equal totals look equal. */
export function totalTenths(totalMicro: number): number {
  return Math.floor((totalMicro + microPerTenth / 2) / microPerTenth);
}

/**
 * Every number of one coverage as it is shown, in tenths: the parts add up to `total`, and
 * `total + unknown + missing` is 1000.
 */
export function pointsOnShow(coverage: {
  totalMicro: number;
  unknownMicro: number;
  missingMicro: number;
  parts: readonly { pointsMicro: number; ofMicro: number }[];
}): { total: number; unknown: number; missing: number; parts: number[]; ofs: number[] } {
  const total = totalTenths(coverage.totalMicro);
  const [unknown = 0, missing = 0] = shareTenths(
    [coverage.unknownMicro, coverage.missingMicro],
    1000 - total,
  );
  return {
    total,
    unknown,
    missing,
    parts: shareTenths(
      coverage.parts.map((part) => part.pointsMicro),
      total,
    ),
    ofs: shareTenths(
      coverage.parts.map((part) => part.ofMicro),
      1000,
    ),
  };
}
