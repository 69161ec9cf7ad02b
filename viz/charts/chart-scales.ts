import type { Series } from "../state/series.ts";
import { WEEKS_A_YEAR } from "../text/format-tick.ts";
import type { Chart, Line } from "./chart-list.ts";

type Rows = Pick<Series, "length" | "at">;

/** The last tick of the axis: a year at least, so that the first weeks do not race across the chart. */
export function lastTick(series: Rows): number {
  return Math.max(WEEKS_A_YEAR, series.at(series.length.peek() - 1, "tick"));
}

/** The first tick that a chart shows: what looks back has to have something to look back to. */
export function firstShown({ lookBack = 0 }: Pick<Chart, "lookBack">, settled: number): number {
  return Math.max(0, lookBack - settled);
}

/**
 * The values that a chart spans, from 0 or from its reference; never an empty range.
 *
 * @param all the series that it shows
 * @param from the first tick that it shows
 */
export function valueRange(
  all: readonly Pick<Series, "range" | "length" | "at">[],
  { lines, reference = 0 }: { readonly lines: readonly Pick<Line, "measure">[] } & Pick<Chart, "reference">,
  from = 0,
): [number, number] {
  let low = reference;
  let high = reference;
  for (const series of all)
    for (const { measure } of lines) {
      const [least, greatest] = from > 0 ? rangeFrom(series, measure, from) : series.range(measure);
      low = Math.min(low, least);
      high = Math.max(high, greatest);
    }
  return high > low ? [low, high] : [low, low + 1];
}

function rangeFrom(series: Rows, measure: string, from: number): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = rowAt(series, from) ?? 0; row < series.length.peek(); row++) {
    const value = series.at(row, measure);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** The row at a tick, or the first one after it; the last row if the tick comes later. Undefined without rows. */
export function rowAt(series: Rows, tick: number): number | undefined {
  const rows = series.length.peek();
  if (rows === 0) return undefined;
  let low = 0;
  let high = rows - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (series.at(middle, "tick") < tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last row up to a tick; −1 if there is none. */
export function rowUntil(series: Rows, tick: number): number {
  const row = rowAt(series, tick);
  return row === undefined ? -1 : series.at(row, "tick") > tick ? row - 1 : row;
}

/** The row to draw after this one: at most one point per pixel, and always the last row. Undefined after the last row. */
export function nextRow(row: number, rows: number, pixels: number): number | undefined {
  if (row >= rows - 1) return undefined;
  return Math.min(row + Math.max(1, Math.ceil(rows / pixels)), rows - 1);
}
