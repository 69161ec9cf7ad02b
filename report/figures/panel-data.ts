import type { Cell } from "../../sim/index.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import type { Drawn } from "./drawn.ts";
import type { HeatCell } from "./heat-map-panel.ts";
import type { Line } from "./line-panel.ts";
import type { Dot } from "./plane-panel.ts";
import type { Row } from "./rows-panel.ts";

const wordOf = (level: Parameters<typeof levelText>[0]): Cell => (typeof level === "number" ? level : levelText(level));

export function dataOfLines(lines: readonly Line[]): Drawn[] {
  return lines.flatMap(({ name, points, cloud = [] }) => [
    ...points.map(({ level, levelText: text, n, mean, low, high }) => ({
      line: name,
      x: level === undefined ? text : wordOf(level),
      mean,
      low,
      high,
      n,
    })),
    ...cloud.map(({ level, value }) => ({
      line: `${name}, design points`,
      x: wordOf(level),
      mean: value,
      low: Number.NaN,
      high: Number.NaN,
      n: Number.NaN,
    })),
  ]);
}

export function dataOfRows(rows: readonly Row[]): Drawn[] {
  return rows.flatMap(({ name, estimates }) =>
    estimates.map(({ of, n, mean, low, high }) => ({ line: of, x: name, mean, low, high, n })),
  );
}

export function dataOfCells(line: string, cells: readonly HeatCell[]): Drawn[] {
  return cells.map(({ x, y, n, mean, low, high }) => ({ line, x: wordOf(x), y: wordOf(y), mean, low, high, n }));
}

export function dataOfDots(dots: readonly Dot[]): Drawn[] {
  return dots.map(({ name, x, y }) => ({ line: name, x, y, mean: Number.NaN, low: Number.NaN, high: Number.NaN, n: Number.NaN }));
}
