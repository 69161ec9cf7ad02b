/**
 * Computes the mean of the first `count` values, without those that are NaN.
 *
 * @returns NaN if no value is left
 */
export function meanOfDefined(values: Float64Array, count: number): number {
  let sum = 0;
  let defined = 0;
  for (let at = 0; at < count; at++) {
    const value = values[at];
    if (Number.isNaN(value)) continue;
    sum += value;
    defined++;
  }
  return sum / defined;
}
