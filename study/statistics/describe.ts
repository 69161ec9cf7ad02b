import { bootstrapInterval } from "./bootstrap-interval.ts";

/** What some values come to. */
export interface Description {
  /** values that are defined */
  readonly n: number;
  /** NaN where there is none */
  readonly mean: number;
  /** standard deviation of a sample, over n − 1; NaN for fewer than two values */
  readonly sd: number;
  /** 95 % bootstrap interval of the mean; NaN for fewer than two values */
  readonly low: number;
  readonly high: number;
}

/**
 * Mean, spread and interval of independent values, such as an outcome of the replicates of a design point and arm. Values that are
 * NaN are left out. Plain sums of differences from the first value, in the order of the values.
 *
 * @param key of `seedKey`, length 2: fixes the resamples of the interval
 */
export function describeValues(values: ArrayLike<number>, key: Int32Array): Description {
  const defined = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const mean = meanOf(defined);
  return { n: defined.length, mean, sd: spreadOf(defined, mean), ...bootstrapInterval(defined, key) };
}

/** @returns NaN for no values; the value itself where all are equal */
export function meanOf(values: Float64Array): number {
  if (values.length === 0) return Number.NaN;
  const first = values[0];
  let sum = 0;
  for (const value of values) sum += value - first;
  return first + sum / values.length;
}

function spreadOf(values: Float64Array, mean: number): number {
  if (values.length < 2) return Number.NaN;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return Math.sqrt(squares / (values.length - 1));
}
