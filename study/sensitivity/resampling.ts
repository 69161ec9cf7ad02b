import { quantileSorted } from "simple-statistics";
import { keyedDraws } from "../designs/keyed-draws.ts";

/** How the intervals of indices are computed. */
export interface Resampling {
  /** key of a seed, length 2: equal keys give equal intervals */
  readonly key: Int32Array;
  /** number of bootstrap samples; 1000 by default */
  readonly resamples?: number;
}

export const RESAMPLES = 1000;

/**
 * How often each row occurs in a bootstrap sample, which draws as many rows as there are, with replacement.
 *
 * @param resample number of the sample, from 0
 * @returns length `rows`; the counts add up to `rows`
 */
export function resampledCounts(rows: number, key: Int32Array, resample: number): Int32Array {
  const drawAt = keyedDraws(key, resample);
  const counts = new Int32Array(rows);
  for (let pick = 0; pick < rows; pick++) {
    const row = Math.floor(drawAt(pick) * rows);
    counts[row] = (counts[row] ?? 0) + 1;
  }
  return counts;
}

/**
 * The middle 95% of the values of the bootstrap samples (a percentile interval). Undefined values are skipped. Bounds are interpolated
 * between values (type 7 of Hyndman and Fan 1996).
 *
 * @returns NaN twice if no value is defined
 * @see Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 13
 */
export function percentileInterval(values: Float64Array): readonly [low: number, high: number] {
  const sorted = Array.from(values.filter((value) => !Number.isNaN(value)).sort());
  if (sorted.length === 0) return [Number.NaN, Number.NaN];
  return [quantileSorted(sorted, 0.025), quantileSorted(sorted, 0.975)];
}
