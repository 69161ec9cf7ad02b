import { numberAt } from "../item-at.ts";
import { bootstrapInterval, bootstrapUnpaired } from "./bootstrap-interval.ts";
import { meanOf } from "./describe.ts";

/** The difference between paired values. */
export interface PairedDifference {
  /** number of replicates in which both values are defined */
  readonly n: number;
  /** mean of value minus reference; NaN without pairs */
  readonly mean: number;
  /** 95% bootstrap interval of the mean; NaN for fewer than two pairs */
  readonly low: number;
  readonly high: number;
  /** the interval that the values would have without pairing */
  readonly unpairedLow: number;
  readonly unpairedHigh: number;
  /** width of the paired interval divided by the width of the unpaired one: below 1 if pairing helped; NaN if the latter is 0 */
  readonly narrowing: number;
}

/**
 * The difference between two arms, paired by replicate. Replicates with the same number share their seed, so the random variation
 * that both arms share cancels out. Replicates in which either value is NaN are skipped.
 *
 * Both intervals are percentiles at the same levels, so `narrowing` measures the effect of pairing alone. If both arms have the same
 * variance, it is about √(1 − ρ), where ρ is the correlation of their values.
 *
 * @param values by replicate
 * @param reference by replicate, of equal length
 * @param key key from `seedKey`, length 2: fixes the resamples of the intervals
 * @throws RangeError if the lengths differ
 */
export function pairedDifference(values: ArrayLike<number>, reference: ArrayLike<number>, key: Int32Array): PairedDifference {
  if (values.length !== reference.length)
    throw new RangeError(`cannot pair ${values.length} values with ${reference.length}: the lengths must be equal`);
  const ofValues = Float64Array.from(values);
  const ofReference = Float64Array.from(reference);
  const bothDefined = (_: number, replicate: number) =>
    !Number.isNaN(numberAt(ofValues, replicate)) && !Number.isNaN(numberAt(ofReference, replicate));
  const left = ofValues.filter(bothDefined);
  const right = ofReference.filter(bothDefined);
  const differences = left.map((value, at) => value - numberAt(right, at));
  const { low, high } = bootstrapInterval(differences, key);
  const unpaired = bootstrapUnpaired(left, right, key);
  const width = unpaired.high - unpaired.low;
  return {
    n: differences.length,
    mean: meanOf(differences),
    low,
    high,
    unpairedLow: unpaired.low,
    unpairedHigh: unpaired.high,
    narrowing: width > 0 ? (high - low) / width : Number.NaN,
  };
}
