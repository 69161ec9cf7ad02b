import { bootstrapInterval, bootstrapUnpaired } from "./bootstrap-interval.ts";
import { meanOf } from "./describe.ts";

/** How far values lie from those that they are paired with. */
export interface PairedDifference {
  /** replicates in which both are defined */
  readonly n: number;
  /** mean of value less reference; NaN where there is none */
  readonly mean: number;
  /** 95 % bootstrap interval of that mean; NaN for fewer than two */
  readonly low: number;
  readonly high: number;
  /** the interval that the same values would have if they were not paired */
  readonly unpairedLow: number;
  readonly unpairedHigh: number;
  /** width of the interval over that of the unpaired one: below 1 where pairing helped; NaN where that one has no width */
  readonly narrowing: number;
}

/**
 * The differences of two arms, replicate by replicate: replicates of the same number share their seed, so that what chance does to
 * both drops out. Replicates in which either is NaN are left out.
 *
 * Both intervals are percentiles at the same levels, so that `narrowing` tells of pairing alone. It is about √(1 − ρ) for arms that
 * spread alike, ρ being the correlation of their values.
 *
 * @param values by replicate
 * @param reference by replicate, as many
 * @param key of `seedKey`, length 2: fixes the resamples of the intervals
 * @throws RangeError where there are more of one than of the other
 */
export function pairedDifference(values: ArrayLike<number>, reference: ArrayLike<number>, key: Int32Array): PairedDifference {
  if (values.length !== reference.length)
    throw new RangeError(`${values.length} values cannot be paired with ${reference.length}: there must be as many`);
  const ofValues = Float64Array.from(values);
  const ofReference = Float64Array.from(reference);
  const bothDefined = (_: number, replicate: number) => !Number.isNaN(ofValues[replicate]) && !Number.isNaN(ofReference[replicate]);
  const left = ofValues.filter(bothDefined);
  const right = ofReference.filter(bothDefined);
  const differences = left.map((value, at) => value - right[at]);
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
