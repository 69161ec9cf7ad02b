import { bootstrapInterval } from "./bootstrap-interval.ts";

/** Summary statistics of some values. */
export interface Description {
  /** number of defined values */
  readonly n: number;
  /** NaN without values */
  readonly mean: number;
  /** sample standard deviation, with n − 1; NaN for fewer than two values */
  readonly sd: number;
  /** 95% bootstrap interval of the mean; NaN for fewer than two values */
  readonly low: number;
  readonly high: number;
}

/**
 * Mean, standard deviation and interval of independent values, such as an outcome in all replicates of a design point and arm. NaN
 * values are skipped. Sums are plain sums of differences from the first value, in the order of the values.
 *
 * @param key key from `seedKey`, length 2: fixes the resamples of the interval
 */
export function describeValues(values: ArrayLike<number>, key: Int32Array): Description {
  const defined = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const mean = meanOf(defined);
  return { n: defined.length, mean, sd: standardDeviation(defined, mean), ...bootstrapInterval(defined, key) };
}

/** @returns NaN without values; exactly the common value if all are equal */
export function meanOf(values: Float64Array | readonly number[]): number {
  const first = values[0];
  if (first === undefined) return Number.NaN;
  let sum = 0;
  for (const value of values) sum += value - first;
  return first + sum / values.length;
}

export function standardDeviation(values: Float64Array, mean: number): number {
  if (values.length < 2) return Number.NaN;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return Math.sqrt(squares / (values.length - 1));
}
