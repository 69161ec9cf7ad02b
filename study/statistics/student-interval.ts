import { sampleStandardDeviation } from "simple-statistics";

/** Standard error of the mean of independent values; NaN for fewer than two. */
export function standardError(values: readonly number[]): number {
  return values.length < 2 ? Number.NaN : sampleStandardDeviation([...values]) / Math.sqrt(values.length);
}

/**
 * Jackknife standard error of a statistic that is not a mean. It leaves out one replicate at a time and measures how much the
 * statistic changes.
 *
 * @param replicates independent of each other
 * @returns NaN for fewer than two replicates
 * @see Efron and Stein 1981, Annals of Statistics 9(3), 586–596
 */
export function jackknifeError<T>(replicates: readonly T[], statistic: (of: readonly T[]) => number): number {
  const n = replicates.length;
  if (n < 2) return Number.NaN;
  const leaveOneOut = replicates.map((_, left) => statistic(replicates.filter((_, at) => at !== left)));
  return standardError(leaveOneOut) * (n - 1);
}

/** Two-sided 95% quantiles of Student's t with 1, 2, … degrees of freedom. */
// biome-ignore format: a table
const T_QUANTILES = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
  2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** How many standard errors a 95% interval of a statistic of n replicates extends to each side. */
export function studentQuantile(n: number): number {
  return T_QUANTILES[n - 2] ?? 1.96;
}

/** Half-width of the 95% interval of the mean of independent values, from Student's t; NaN for fewer than two values. */
export function halfInterval95(values: readonly number[]): number {
  return standardError(values) * studentQuantile(values.length);
}
