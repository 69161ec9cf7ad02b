import { sampleStandardDeviation } from "simple-statistics";
import { CONFIDENCE, type Confidence } from "../contrasts/contrast.ts";

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

/**
 * Two-sided quantiles of Student's t with 1, 2, … 30 degrees of freedom, and the normal quantile, by confidence. They are a table
 * because JavaScript engines round the functions behind them differently.
 */
// biome-ignore format: a table
const QUANTILES: Readonly<Record<Confidence, { readonly t: readonly number[]; readonly z: number }>> = {
  0.9: {
    t: [
      6.313752, 2.919986, 2.353363, 2.131847, 2.015048, 1.94318, 1.894579, 1.859548, 1.833113, 1.812461,
      1.795885, 1.782288, 1.770933, 1.76131, 1.75305, 1.745884, 1.739607, 1.734064, 1.729133, 1.724718,
      1.720743, 1.717144, 1.713872, 1.710882, 1.708141, 1.705618, 1.703288, 1.701131, 1.699127, 1.697261,
    ],
    z: 1.644853627,
  },
  0.95: {
    t: [
      12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
      2.200985, 2.178813, 2.160369, 2.144787, 2.13145, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963,
      2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.04523, 2.042272,
    ],
    z: 1.959963985,
  },
  0.99: {
    t: [
      63.656741, 9.924843, 5.840909, 4.604095, 4.032143, 3.707428, 3.499483, 3.355387, 3.249836, 3.169273,
      3.105807, 3.05454, 3.012276, 2.976843, 2.946713, 2.920782, 2.898231, 2.87844, 2.860935, 2.84534,
      2.83136, 2.818756, 2.807336, 2.79694, 2.787436, 2.778715, 2.770683, 2.763262, 2.756386, 2.749996,
    ],
    z: 2.575829304,
  },
};

/**
 * How many standard errors an interval of a statistic of n replicates extends to each side. Beyond the table, by the expansion of
 * Student's quantile in powers of 1 ∕ df, which is then right to six digits.
 *
 * @returns NaN for fewer than two replicates
 * @see Abramowitz and Stegun 1964, formula 26.7.5
 */
export function studentQuantile(n: number, confidence: Confidence = CONFIDENCE): number {
  const { t, z } = QUANTILES[confidence];
  const df = n - 1;
  if (!(df >= 1)) return Number.NaN;
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const fourth = (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92_160;
  return t[df - 1] ?? z + (first + (second + (third + fourth / df) / df) / df) / df;
}

/** Half-width of the 95% interval of the mean of independent values, from Student's t; NaN for fewer than two values. */
export function halfInterval95(values: readonly number[]): number {
  return standardError(values) * studentQuantile(values.length);
}
