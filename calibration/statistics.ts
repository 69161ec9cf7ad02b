/** @returns NaN for no values */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard error of the mean of independent values; NaN for fewer than two. */
export function standardError(values: readonly number[]): number {
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) * (value - center), 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/**
 * Jackknife standard error of a statistic of independent replicates, for one that is no mean: what it is without each
 * replicate in turn tells how far it hangs on them.
 *
 * @returns NaN for fewer than two replicates
 * @see Efron and Stein 1981, Annals of Statistics 9(3), 586–596
 */
export function jackknifeError<T>(replicates: readonly T[], statistic: (of: readonly T[]) => number): number {
  const n = replicates.length;
  const without = replicates.map((_, left) => statistic(replicates.filter((_, at) => at !== left)));
  return standardError(without) * (n - 1);
}

/** Two-sided 95 % quantiles of Student's t with 1, 2, … degrees of freedom. */
// biome-ignore format: a table
const T_QUANTILES = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
  2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Half the width of a 95 % interval of the mean of independent values, by Student's t; NaN for fewer than two. */
export function halfInterval95(values: readonly number[]): number {
  const degrees = values.length - 1;
  return standardError(values) * (T_QUANTILES[degrees - 1] ?? 1.96);
}
