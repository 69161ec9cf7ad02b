import { type Cell, csvCell } from "../../sim/results/csv.ts";
import type { Series } from "../state/series.ts";
import { countOf } from "../text/format-number.ts";
import type { Chart } from "./chart-list.ts";
import { rowAt } from "./chart-scales.ts";
import { pairAt, type Worlds } from "./compare.ts";
import { type Cuts, kindOfBin } from "./strength-bins.ts";

/** The numbers of a chart, ready for a spreadsheet. */
export interface ChartData {
  /** a header and one line per row, cells separated by tabs */
  readonly text: string;
  readonly rows: number;
  readonly columns: readonly string[];
}

/** The end of the name of a column of the unchanged world. */
const UNCHANGED = "_unchanged";

/**
 * What a chart of the run shows: a row for each measured week, with columns and values as in series.csv. Where there is an unchanged
 * world, its columns follow; they are empty in weeks that it hasn't reached.
 *
 * @param from the first tick that the chart shows
 */
export function dataOfLines(worlds: Worlds, { lines }: Pick<Chart, "lines">, from: number): ChartData {
  const measures = lines.map(({ measure }) => measure);
  const { series, unchanged } = worlds;
  const others = unchanged.series() === undefined ? [] : measures;
  const columns = ["tick", ...measures, ...others.map((measure) => `${measure}${UNCHANGED}`)];
  const rows: Cell[][] = [];
  for (let row = firstRow(series, from); row < series.length.peek(); row++) {
    const tick = series.at(row, "tick");
    const own = measures.map((measure) => series.at(row, measure));
    rows.push([tick, ...own, ...others.map((measure) => pairAt(worlds, measure, tick).unchanged)]);
  }
  return tableOf(columns, rows);
}

function firstRow(series: Series, from: number): number {
  const row = rowAt(series, from);
  return row === undefined || series.at(row, "tick") < from ? series.length.peek() : row;
}

/** The bars of a histogram of ties by strength. */
export function dataOfBins(bins: Uint32Array, cuts: Cuts): ChartData {
  const rows = [...bins].map((count, bin) => [
    bin / bins.length,
    (bin + 1) / bins.length,
    kindOfBin(bin, bins.length, cuts),
    count,
  ]);
  return tableOf(["strength_from", "strength_below", "kind", "ties"], rows);
}

function tableOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): ChartData {
  const lines = [columns, ...rows].map((cells) => `${cells.map(csvCell).join("\t")}\n`);
  return { text: lines.join(""), rows: rows.length, columns };
}

/** What has been copied, for the message bar. */
export function describeCopy(title: string, { rows, columns }: ChartData): string {
  return `Copied the data of “${title}”: ${countOf(rows, "row")} with ${columns.join(", ")}. Paste it into a spreadsheet.`;
}
