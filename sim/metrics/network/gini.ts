import { type Sorter, sortOrder } from "../sort-order.ts";

/**
 * Computes the Gini coefficient: half the mean absolute difference over all ordered pairs, including each value with itself, divided
 * by the mean. G = Σi Σj |xi − xj| / (2·n²·mean) = 2·Σ k·x(k) / (n·Σ x) − (n + 1)/n, with x(k) in ascending order. It is 0 if all
 * values are equal, and (n − 1)/n if one has everything.
 *
 * @param values length at least `count`, none negative, no NaN
 * @returns 0 to (n − 1)/n, no unit; NaN if the sum is 0
 * @see Gini 1912, Variabilità e mutabilità; Sen 1973, On Economic Inequality, for this form
 */
export function gini(values: Float64Array, count: number, sorter: Sorter): number {
  sortOrder(values, count, sorter);
  const { order } = sorter;
  let sum = 0;
  let weighted = 0;
  for (let k = 0; k < count; k++) {
    const value = values[order[k]];
    sum += value;
    weighted += (2 * (k + 1) - count - 1) * value;
  }
  return weighted / (count * sum);
}
