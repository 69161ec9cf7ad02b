import type { PlainValue } from "../../sim/index.ts";
import type { Levels, Range } from "../experiment.ts";
import { itemAt } from "../item-at.ts";

/** Significant digits of a number between two bounds: precise enough for the model, and short in a table. */
const DIGITS = 6;

/**
 * The value of a factor at a place from 0 to 1. If places are uniform, all levels or whole numbers are equally likely; place 1 gives
 * the last one. Numbers between two bounds are rounded to 6 significant digits, or to more if the range is narrow compared with its
 * bounds.
 */
export function valueAt(values: Levels | Range, place: number): PlainValue {
  if ("levels" in values)
    return plain(itemAt(values.levels, Math.min(Math.floor(place * values.levels.length), values.levels.length - 1)));
  const { from, to, whole } = values;
  return whole ? Math.min(from + Math.floor(place * (to - from + 1)), to) + 0 : between(values, place);
}

/**
 * The value of a factor at a level of an evenly spaced grid, as in a Morris design: the first level is the lower bound and the last
 * level the upper bound. A whole number is the nearest one. A listed level is the one nearest to the same relative place in the list.
 *
 * @param level 0 to levels − 1
 * @param levels of the grid, 2 or more
 */
export function gridValueAt(values: Levels | Range, level: number, levels: number): PlainValue {
  if ("levels" in values) return plain(itemAt(values.levels, Math.round((level * (values.levels.length - 1)) / (levels - 1))));
  const { from, to, whole } = values;
  return whole ? Math.round(from + (level * (to - from)) / (levels - 1)) + 0 : between(values, level / (levels - 1));
}

/**
 * The relative place of a value in the range of its factor: 0 for the lower bound or the first level, 1 for the upper bound or the
 * last level. Listed levels count as evenly spaced.
 *
 * @returns NaN for a level that is not listed
 */
export function placeOf(values: Levels | Range, value: PlainValue): number {
  if (!("levels" in values)) return (Number(value) - values.from) / (values.to - values.from);
  const level = values.levels.indexOf(value);
  return level < 0 ? Number.NaN : level / (values.levels.length - 1);
}

/** The value itself, but 0 for −0, since text has only one zero. */
export function plain(value: PlainValue): PlainValue {
  return value === 0 ? 0 : value;
}

function between({ from, to }: Range, place: number): number {
  let digits = DIGITS;
  for (let bound = Math.max(Math.abs(from), Math.abs(to)); bound >= 10 * (to - from) && digits < 17; bound /= 10) digits++;
  const value = Number((from + place * (to - from)).toPrecision(digits));
  return Math.min(Math.max(value, from), to) + 0; // −0 + 0 is 0
}
