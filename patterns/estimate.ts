import { meanOf } from "../study/statistics/describe.ts";
import { halfInterval95, jackknifeError, studentQuantile } from "../study/statistics/student-interval.ts";

/** A figure with its 95% interval over seeds, from Student's t. */
export interface Estimate {
  /** number of seeds in which the figure is defined */
  readonly n: number;
  /** NaN without seeds */
  readonly mean: number;
  /** NaN for fewer than two seeds */
  readonly low: number;
  readonly high: number;
}

/** The mean of one value per seed. Undefined values are left out. */
export function estimateMean(values: readonly number[]): Estimate {
  const defined = values.filter((value) => !Number.isNaN(value));
  return asEstimate(defined.length, meanOf(defined), halfInterval95(defined));
}

/** The mean difference between two arms, paired by seed. */
export function estimateDifference(values: readonly number[], reference: readonly number[]): Estimate {
  return estimateMean(pairs(values, reference).map(([value, other]) => value - other));
}

/**
 * The ratio of the means of two arms or windows, paired by seed. The interval is that of the jackknife, because the mean of the ratios
 * would be biased, and undefined where a seed has a denominator of 0.
 */
export function estimateRatio(values: readonly number[], reference: readonly number[]): Estimate {
  return estimateStatistic(pairs(values, reference), ratioOfMeans);
}

/** A statistic of all seeds together, with the interval of the jackknife. */
export function estimateStatistic<T>(seeds: readonly T[], statistic: (of: readonly T[]) => number): Estimate {
  return asEstimate(seeds.length, statistic(seeds), jackknifeError(seeds, statistic) * studentQuantile(seeds.length));
}

function ratioOfMeans(seeds: readonly (readonly [number, number])[]): number {
  return meanOf(seeds.map(([value]) => value)) / meanOf(seeds.map(([, other]) => other));
}

/** Pairs two lists by seed. Seeds in which either value is undefined are left out. */
function pairs(values: readonly number[], reference: readonly number[]): [number, number][] {
  if (values.length !== reference.length)
    throw new RangeError(`cannot pair ${values.length} values with ${reference.length}: the lengths must be equal`);
  return values
    .map((value, seed): [number, number] => [value, reference[seed] ?? Number.NaN])
    .filter(([value, other]) => !Number.isNaN(value) && !Number.isNaN(other));
}

function asEstimate(n: number, mean: number, half: number): Estimate {
  return { n, mean, low: mean - half, high: mean + half };
}
