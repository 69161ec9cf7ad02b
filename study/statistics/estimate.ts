import { CONFIDENCE, type Confidence } from "../contrasts/contrast.ts";
import { itemAt } from "../item-at.ts";
import { meanOf } from "./describe.ts";
import { jackknifeError, standardError, studentQuantile } from "./student-interval.ts";

/** A figure with its interval over replicates, from Student's t. */
export interface Estimate {
  /** number of replicates in which the figure is defined */
  readonly n: number;
  /** NaN without replicates */
  readonly mean: number;
  /** NaN for fewer than two replicates */
  readonly low: number;
  readonly high: number;
}

/** The mean of one value per replicate. Undefined values are left out. */
export function estimateMean(values: ArrayLike<number>, confidence: Confidence = CONFIDENCE): Estimate {
  const defined = Array.from(values).filter((value) => !Number.isNaN(value));
  const n = defined.length;
  return around(n, meanOf(defined), standardError(defined), confidence);
}

/** The mean difference between two lists, paired by replicate. */
export function estimateDifference(
  values: ArrayLike<number>,
  reference: ArrayLike<number>,
  confidence: Confidence = CONFIDENCE,
): Estimate {
  const [left, right] = definedPairs(values, reference);
  return estimateMean(
    left.map((value, at) => value - itemAt(right, at)),
    confidence,
  );
}

/**
 * The ratio of two means, paired by replicate. The interval is that of the jackknife, because the mean of the ratios would be biased.
 * It is undefined unless every mean that leaves one replicate out has a denominator other than 0.
 */
export function estimateRatio(
  values: ArrayLike<number>,
  reference: ArrayLike<number>,
  confidence: Confidence = CONFIDENCE,
): Estimate {
  const [left, right] = definedPairs(values, reference);
  const n = left.length;
  const sumOf = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
  const [above, below] = [sumOf(left), sumOf(right)];
  const leaveOneOut = left.map((value, at) => (above - value) / (below - itemAt(right, at)));
  return around(n, n === 0 || below === 0 ? Number.NaN : above / below, standardError(leaveOneOut) * (n - 1), confidence);
}

/** The ratio of two means, without an interval if the denominator cannot be told from 0. */
export function estimateClearRatio(
  values: ArrayLike<number>,
  reference: ArrayLike<number>,
  confidence: Confidence = CONFIDENCE,
): Estimate {
  const { low, high } = estimateMean(reference, confidence);
  const ratio = estimateRatio(values, reference, confidence);
  return low <= 0 && high >= 0 ? { ...ratio, low: Number.NaN, high: Number.NaN } : ratio;
}

/** A statistic of all replicates together, with the interval of the jackknife. It takes the time of n statistics. */
export function estimateStatistic<T>(
  replicates: readonly T[],
  statistic: (of: readonly T[]) => number,
  confidence: Confidence = CONFIDENCE,
): Estimate {
  return around(replicates.length, statistic(replicates), jackknifeError(replicates, statistic), confidence);
}

function around(n: number, mean: number, error: number, confidence: Confidence): Estimate {
  const half = error * studentQuantile(n, confidence);
  return { n, mean, low: mean - half, high: mean + half };
}

/** Two lists without the replicates in which either value is undefined. */
function definedPairs(values: ArrayLike<number>, reference: ArrayLike<number>): [left: number[], right: number[]] {
  if (values.length !== reference.length)
    throw new RangeError(`cannot pair ${values.length} values with ${reference.length}: the lengths must be equal`);
  const left: number[] = [];
  const right: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = itemAt(values, at);
    const other = itemAt(reference, at);
    if (Number.isNaN(value) || Number.isNaN(other)) continue;
    left.push(value);
    right.push(other);
  }
  return [left, right];
}
