import { quantileSorted } from "simple-statistics";
import { keyedDraws } from "../designs/keyed-draws.ts";

/** How the intervals of indices are made. */
export interface Resampling {
  /** of a seed, length 2: the same key gives the same intervals */
  readonly key: Int32Array;
  /** how often what was sampled is sampled again; 1000 unless told */
  readonly resamples?: number;
}

export const RESAMPLES = 1000;

/**
 * How often each of some rows is in a bootstrap sample: as many rows, drawn with replacement.
 *
 * @param resample number of the sample, from 0
 * @returns length `rows`; they add up to `rows`
 */
export function resampledCounts(rows: number, key: Int32Array, resample: number): Int32Array {
  const drawAt = keyedDraws(key, resample);
  const counts = new Int32Array(rows);
  for (let pick = 0; pick < rows; pick++) counts[Math.floor(drawAt(pick) * rows)]++;
  return counts;
}

/**
 * The middle 95 % of what came out of the bootstrap samples (a percentile interval). Samples for which nothing is defined are left out.
 * Between two values the bound is interpolated (type 7 of Hyndman and Fan 1996).
 *
 * @returns NaN twice where nothing is defined for any
 * @see Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 13
 */
export function percentileInterval(values: Float64Array): readonly [low: number, high: number] {
  const sorted = Array.from(values.filter((value) => !Number.isNaN(value)).sort());
  if (sorted.length === 0) return [Number.NaN, Number.NaN];
  return [quantileSorted(sorted, 0.025), quantileSorted(sorted, 0.975)];
}
