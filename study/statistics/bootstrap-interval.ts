import { quickselect } from "simple-statistics";
import { draw } from "../../sim/index.ts";
import { itemAt, numberAt } from "../item-at.ts";
import { intervalLevel } from "./interval-level.ts";

/** Resamples of an interval. With another key, its ends move by about 2% of its width. */
const RESAMPLES = 2000;

/** Two ends; both NaN if there is no interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const sums = new Array<number>(RESAMPLES).fill(0);

/**
 * 95% interval of the mean of independent values: percentiles of the means of 2000 resamples, at levels that are wider for few
 * values. An interval cannot extend beyond the values. With fewer than six it therefore covers the mean less than 95% of the time:
 * at best 50% with two values, 75% with three, 88% with four, 94% with five.
 *
 * Equal values in equal order with an equal key give equal bits in any JavaScript engine.
 *
 * @param values without NaN
 * @param key key from `seedKey`, length 2
 * @returns NaN for fewer than two values
 * @see Hesterberg 2015, The American Statistician 69(4), 371–386
 */
export function bootstrapInterval(values: Float64Array, key: Int32Array): Interval {
  if (values.length < 2) return { low: Number.NaN, high: Number.NaN };
  sums.fill(0);
  addResampled(values, 1, key, 0);
  return endsOf(values.length, numberAt(values, 0));
}

/**
 * 95% interval of the difference of two means that are resampled independently: the interval that paired values would have without
 * pairing.
 *
 * @param values without NaN
 * @param reference values to subtract, of equal length
 */
export function bootstrapUnpaired(values: Float64Array, reference: Float64Array, key: Int32Array): Interval {
  if (values.length < 2) return { low: Number.NaN, high: Number.NaN };
  sums.fill(0);
  addResampled(values, 1, key, 0);
  addResampled(reference, -1, key, drawsFor(values.length));
  return endsOf(values.length, numberAt(values, 0) - numberAt(reference, 0));
}

/** Draws that the resamples of n values need: one draw picks two values. */
function drawsFor(n: number): number {
  return RESAMPLES * ((n + 1) >> 1);
}

/**
 * Adds the sum of a resample, times `sign`, to each entry of `sums`. Sums are of differences from the first value, so that equal
 * values give an interval of width 0 despite rounding.
 *
 * A draw has 32 bits. Its first digit in base n picks one value and its remainder picks another. The second pick is as uniform as the
 * first as long as n² is far below 2³².
 */
function addResampled(values: Float64Array, sign: 1 | -1, key: Int32Array, firstDraw: number): void {
  const n = values.length;
  const base = numberAt(values, 0);
  const shifted = values.map((value) => sign * (value - base));
  const k0 = itemAt(key, 0);
  const k1 = itemAt(key, 1);
  const pairs = n >> 1;
  let number = firstDraw;
  for (let resample = 0; resample < RESAMPLES; resample++) {
    let sum = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const one = draw(k0, k1, number++) * n;
      const first = Math.floor(one);
      sum += numberAt(shifted, first) + numberAt(shifted, Math.floor((one - first) * n));
    }
    if (2 * pairs < n) sum += numberAt(shifted, Math.floor(draw(k0, k1, number++) * n));
    sums[resample] = (sums[resample] ?? 0) + sum;
  }
}

/** The ends of the interval: order statistics of the sums at level × (resamples + 1), interpolated linearly. */
function endsOf(n: number, shift: number): Interval {
  const place = intervalLevel(n) * (RESAMPLES + 1) - 1;
  const at = Math.max(0, Math.floor(place));
  const rest = Math.max(0, place - at);
  // Puts the sum of this rank in its place, with no larger sum before it and no smaller sum after it.
  quickselect(sums, at);
  const low = itemAt(sums, at);
  const aboveLow = least(sums, at + 1);
  const last = RESAMPLES - 1 - at;
  quickselect(sums, last);
  const high = itemAt(sums, last);
  const belowHigh = largest(sums, last);
  return { low: shift + (low + rest * (aboveLow - low)) / n, high: shift + (high - rest * (high - belowHigh)) / n };
}

function least(values: readonly number[], from: number): number {
  let found = itemAt(values, from);
  for (let at = from + 1; at < values.length; at++) found = Math.min(found, values[at] ?? found);
  return found;
}

function largest(values: readonly number[], to: number): number {
  let found = itemAt(values, 0);
  for (let at = 1; at < to; at++) found = Math.max(found, values[at] ?? found);
  return found;
}
