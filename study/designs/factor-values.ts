import type { PlainValue } from "../../sim/index.ts";
import type { Levels, Range } from "../experiment.ts";

/** Digits of a number between two bounds: enough for any model, and short to read in a table. */
const DIGITS = 6;

/**
 * The value of a factor for a place from 0 to 1: levels and whole numbers are equally likely where places are uniform. The last of
 * them stands for 1 as well. Numbers between two bounds are rounded to 6 significant digits, and to more where the range is narrow
 * beside its bounds.
 */
export function valueAt(values: Levels | Range, place: number): PlainValue {
  if ("levels" in values) return plain(values.levels[Math.min(Math.floor(place * values.levels.length), values.levels.length - 1)]);
  const { from, to, whole } = values;
  return whole ? Math.min(from + Math.floor(place * (to - from + 1)), to) + 0 : between(values, place);
}

/**
 * The value of a factor for a level of a grid that goes from end to end, as in the design of Morris: evenly spaced, the first is the
 * lower bound and the last the upper one. Whole numbers are the nearest ones, and of listed levels it is the one that stands nearest
 * to the same share of the list.
 *
 * @param level 0 to levels − 1
 * @param levels of the grid, 2 or more
 */
export function gridValueAt(values: Levels | Range, level: number, levels: number): PlainValue {
  if ("levels" in values) return plain(values.levels[Math.round((level * (values.levels.length - 1)) / (levels - 1))]);
  const { from, to, whole } = values;
  return whole ? Math.round(from + (level * (to - from)) / (levels - 1)) + 0 : between(values, level / (levels - 1));
}

/**
 * Where a value lies between the ends of its factor: 0 for the lower bound or the first level, 1 for the upper bound or the last
 * level. Listed levels count as evenly spaced.
 *
 * @returns NaN for a level that is not listed
 */
export function placeOf(values: Levels | Range, value: PlainValue): number {
  if (!("levels" in values)) return (Number(value) - values.from) / (values.to - values.from);
  const level = values.levels.indexOf(value);
  return level < 0 ? Number.NaN : level / (values.levels.length - 1);
}

/** The same value, but for −0, which is 0: in text there is one zero only. */
export function plain(value: PlainValue): PlainValue {
  return value === 0 ? 0 : value;
}

function between({ from, to }: Range, place: number): number {
  let digits = DIGITS;
  for (let bound = Math.max(Math.abs(from), Math.abs(to)); bound >= 10 * (to - from) && digits < 17; bound /= 10) digits++;
  const value = Number((from + place * (to - from)).toPrecision(digits));
  return Math.min(Math.max(value, from), to) + 0; // −0 + 0 is 0
}
