import { draw } from "../../sim/index.ts";
import { itemAt, numberAt } from "../item-at.ts";
import { type Estimate, estimateClearRatio, estimateMean } from "../statistics/estimate.ts";
import type { ComparisonKind, Confidence } from "./contrast.ts";

/** Resamples for the interval of a maximum. */
const RESAMPLES = 2000;

/**
 * The estimate of a contrast from its parts.
 *
 * Differences, differences of differences and slopes are a number for each replicate, and have the interval of Student's t. A ratio has
 * that of the jackknife, or none if the denominator cannot be told from 0. A maximum has the percentiles of resampled replicates.
 *
 * @param sums by part and replicate; NaN where a run of the part has no value
 * @param levels by part: the levels of a maximum, ascending
 * @param key key from `seedKey`, length 2: fixes the resamples of a maximum
 */
export function estimateContrast(
  kind: ComparisonKind,
  sums: readonly Float64Array[],
  levels: readonly number[],
  confidence: Confidence,
  key: Int32Array,
): Estimate {
  if (kind === "maximum") return estimateMaximum(completeReplicates(sums), levels, confidence, key);
  const part = (at: number) => itemAt(sums, at);
  if (kind === "ratio") return estimateClearRatio(part(0), part(1), confidence);
  if (kind === "difference") return estimateMean(minus(part(0), part(1)), confidence);
  if (kind === "slope") return estimateMean(part(0), confidence);
  return estimateMean(minus(minus(part(0), part(1)), minus(part(2), part(3))), confidence);
}

function minus(values: Float64Array, reference: Float64Array): Float64Array {
  return values.map((value, replicate) => value - numberAt(reference, replicate));
}

/** The replicates in which every part has a value. */
function completeReplicates(sums: readonly Float64Array[]): Float64Array[] {
  const isComplete = (_: number, replicate: number) => sums.every((part) => !Number.isNaN(numberAt(part, replicate)));
  return sums.map((part) => part.filter(isComplete));
}

/** @param sums by level and replicate, without NaN */
function estimateMaximum(
  sums: readonly Float64Array[],
  levels: readonly number[],
  confidence: Confidence,
  key: Int32Array,
): Estimate {
  const n = sums[0]?.length ?? 0;
  if (n === 0) return { n, mean: Number.NaN, low: Number.NaN, high: Number.NaN };
  const levelOf = (totals: Float64Array) => itemAt(levels, highest(totals));
  const mean = levelOf(Float64Array.from(sums, (part) => part.reduce((sum, value) => sum + value, 0)));
  if (n === 1) return { n, mean, low: Number.NaN, high: Number.NaN };
  const places = new Float64Array(RESAMPLES);
  const totals = new Float64Array(sums.length);
  let number = 0;
  for (let resample = 0; resample < RESAMPLES; resample++) {
    totals.fill(0);
    for (let pick = 0; pick < n; pick++) {
      const replicate = Math.floor(draw(itemAt(key, 0), itemAt(key, 1), number++) * n);
      for (const [at, part] of sums.entries()) totals[at] = numberAt(totals, at) + numberAt(part, replicate);
    }
    places[resample] = levelOf(totals);
  }
  places.sort();
  const outside = Math.round(((1 - confidence) / 2) * RESAMPLES);
  return { n, mean, low: itemAt(places, outside), high: itemAt(places, RESAMPLES - 1 - outside) };
}

/** The place of the highest number; the first of several. */
function highest(totals: Float64Array): number {
  let found = 0;
  for (let at = 1; at < totals.length; at++) if (numberAt(totals, at) > numberAt(totals, found)) found = at;
  return found;
}
