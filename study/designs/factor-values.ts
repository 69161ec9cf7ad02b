import type { PlainValue } from "../../sim/index.ts";
import type { Levels, Range } from "../experiment.ts";
import { itemAt } from "../item-at.ts";
import { placeInRange, quantileOf } from "./distributions.ts";

/** Significant digits of a number between two bounds: precise enough for the model, and short in a table. */
const DIGITS = 6;

/**
 * The value of a factor at a place from 0 to 1. If places are uniform, values follow the factor's distribution. Without one, all
 * levels or whole numbers are equally likely; place 1 gives the last one. Numbers between two bounds are rounded to 6 significant digits, or to more if the range is narrow compared with its
 * bounds.
 */
export function valueAt(values: Levels | Range, place: number): PlainValue {
  if ("levels" in values) return plain(itemAt(values.levels, levelAt(values, place)));
  const { from, to, whole, distribution } = values;
  if (!whole) return between(values, place);
  if (distribution !== undefined) return Math.round(quantileOf(values, place)) + 0;
  return Math.min(from + Math.floor(place * (to - from + 1)), to) + 0;
}

/** The number of the level at a place from 0 to 1: each level takes a part of that range in proportion to its weight. */
function levelAt({ levels, weights }: Levels, place: number): number {
  const last = levels.length - 1;
  if (weights === undefined) return Math.min(Math.floor(place * levels.length), last);
  const bar = place * weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const found = weights.findIndex((weight) => {
    sum += weight;
    return sum > bar;
  });
  return found < 0 ? last : found;
}

/**
 * The value of a factor at a level of an evenly spaced grid, as in a Morris design: the first level is the lower bound and the last
 * level the upper bound. The levels of another distribution are its quantiles at even places; those of a normal distribution lie in
 * the middle of as many parts of it, so that they are not at its bounds. A whole number is the nearest one. A listed level is the one nearest to the same relative place in the list.
 *
 * @param level 0 to levels − 1
 * @param levels of the grid, 2 or more
 */
export function gridValueAt(values: Levels | Range, level: number, levels: number): PlainValue {
  if ("levels" in values) return plain(itemAt(values.levels, Math.round((level * (values.levels.length - 1)) / (levels - 1))));
  const { from, to, whole, distribution } = values;
  if (whole && distribution === undefined) return Math.round(from + (level * (to - from)) / (levels - 1)) + 0;
  const place = distribution?.kind === "normal" ? (level + 0.5) / levels : level / (levels - 1);
  return whole ? Math.round(quantileOf(values, place)) + 0 : between(values, place);
}

/**
 * The relative place of a value in the range of its factor: 0 for the lower bound or the first level, 1 for the upper bound or the
 * last level; in another distribution, the share below the value. Listed levels count as evenly spaced.
 *
 * @returns NaN for a level that is not listed
 */
export function placeOf(values: Levels | Range, value: PlainValue): number {
  if (!("levels" in values)) return placeInRange(values, Number(value));
  const level = values.levels.indexOf(value);
  return level < 0 ? Number.NaN : level / (values.levels.length - 1);
}

/** The value itself, but 0 for −0, since text has only one zero. */
export function plain(value: PlainValue): PlainValue {
  return value === 0 ? 0 : value;
}

function between(range: Range, place: number): number {
  const { from, to } = range;
  let digits = DIGITS;
  for (let bound = Math.max(Math.abs(from), Math.abs(to)); bound >= 10 * (to - from) && digits < 17; bound /= 10) digits++;
  const value = Number(quantileOf(range, place).toPrecision(digits));
  return Math.min(Math.max(value, from), to) + 0; // −0 + 0 is 0
}
