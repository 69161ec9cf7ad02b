import { type Cell, csvLine } from "../../sim/index.ts";

/** What a panel draws: a mark with its place, its height, and its interval. */
export interface Drawn {
  /** the arm, or what else has a line or color of its own */
  readonly line: string;
  /** a level, or the name of a row */
  readonly x: Cell;
  /** the second factor of a heat map */
  readonly y?: Cell;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

const columns = ["panel", "line", "x", "y", "mean", "low", "high", "n"];

/** The data of a figure as CSV, one row for each mark. */
export function dataOfPanels(panels: readonly { readonly title: string; readonly data: readonly Drawn[] }[]): string {
  const rows = panels.flatMap(({ title, data }) =>
    data.map(({ line, x, y, mean, low, high, n }) => csvLine([title, line, x, y, mean, low, high, n])),
  );
  return [csvLine(columns), ...rows].join("");
}
