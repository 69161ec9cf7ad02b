/**
 * Draws a place by weight, given the running sums of the weights: the first place whose sum exceeds u × the total. Finds the same place
 * as a walk along the weights, by halving. If rounding puts the mark beyond the total, it is the last place that adds to the sum.
 *
 * @param sums ascending from `start` on
 * @param count number of places; the total, the sum at the last one, must be above 0
 * @param u a uniform draw, in [0, 1)
 * @returns the place, counted from `start`
 */
export function placeByWeight(sums: Float64Array, start: number, count: number, u: number): number {
  const mark = u * sums[start + count - 1];
  let low = start;
  let left = count;
  // Halve without branching on the result: the processor couldn't predict that branch.
  while (left > 1) {
    const half = left >>> 1;
    low += half * +(sums[low + half - 1] <= mark);
    left -= half;
  }
  if (sums[low] <= mark) while (low > start && sums[low - 1] === sums[low]) low--;
  return low - start;
}
