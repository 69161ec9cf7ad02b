import { createSorter, gini } from "../../sim/index.ts";
import { meanOf, standardDeviation } from "../statistics/describe.ts";
import type { Statistic } from "./expression.ts";

/**
 * A statistic of a list. Undefined numbers in it are left out.
 *
 * @param by of `quantile` and `share_above`
 * @returns NaN if it is undefined, for example the mean of no numbers; a sum or a count of none is 0
 */
export function computeStatistic(name: Statistic, values: Float64Array, by = Number.NaN): number {
  const defined = values.filter((value) => !Number.isNaN(value));
  switch (name) {
    case "count":
      return defined.length;
    case "sum":
      return defined.reduce((sum, value) => sum + value, 0);
    case "mean":
      return meanOf(defined);
    case "sd":
      return standardDeviation(defined, meanOf(defined));
    case "min":
      return defined.length === 0 ? Number.NaN : defined.reduce((least, value) => Math.min(least, value));
    case "max":
      return defined.length === 0 ? Number.NaN : defined.reduce((most, value) => Math.max(most, value));
    case "median":
      return quantile(defined, 0.5);
    case "quantile":
      return quantile(defined, by);
    case "share_above":
      return Number.isNaN(by) ? by : defined.filter((value) => value > by).length / defined.length;
    case "gini":
      return defined.some((value) => value < 0) ? Number.NaN : gini(defined, defined.length, createSorter());
  }
}

/**
 * The quantile by linear interpolation between order statistics: type 7, the default of R and NumPy.
 *
 * @see Hyndman and Fan 1996, The American Statistician 50(4), 361–365
 */
function quantile(values: Float64Array, share: number): number {
  if (values.length === 0 || !(share >= 0 && share <= 1)) return Number.NaN;
  const sorted = values.slice().sort();
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (place - below) * (high - low);
}
