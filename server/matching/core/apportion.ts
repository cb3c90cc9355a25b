/**
 * Splits an integer total in proportion to weights by the method of largest remainder.
 *
 * Each share is the exact share rounded down or up, and the shares sum to `total` exactly. Among equal remainders the
 * earlier position is rounded up first, so a caller that must not depend on an order sorts before. Weights times a
 * constant give the same shares.
 * @param total a non-negative integer
 * @param weights non-negative integers, of which one at least is positive unless the total is 0; `total` times any of
 *   them must be a safe integer
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  return handOut(
    shares,
    total,
    weights.map((weight) => (total * weight) % sum),
  );
}

/**
 * Rounds integers to multiples of `unit` by largest remainder, so that the multiples sum to `totalUnits`.
 * @param values non-negative integers whose sum, rounded up or down to a multiple of the unit, is `totalUnits` units
 * @returns how many units each value shows
 */
export function roundTogether(values: readonly number[], unit: number, totalUnits: number): number[] {
  return handOut(
    values.map((value) => Math.floor(value / unit)),
    totalUnits,
    values.map((value) => value % unit),
  );
}

/** One more each, largest remainder first, until the total is reached. */
function handOut(shares: readonly number[], total: number, remainders: readonly number[]): number[] {
  let left = total - shares.reduce((all, share) => all + share, 0);
  const order = remainders
    .map((remainder, position) => ({ remainder, position }))
    .sort((a, b) => b.remainder - a.remainder || a.position - b.position);
  const result = [...shares];
  for (const { position } of order) {
    if (left <= 0) break;
    result[position] = (result[position] ?? 0) + 1;
    left -= 1;
  }
  return result;
}
