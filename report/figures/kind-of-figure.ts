import { itemAt } from "../../study/item-at.ts";
import type { ReportData } from "../../study/report-data.ts";
import { levelsOf } from "./view.ts";

/** How an experiment's outcomes are drawn. */
export type FigureKind =
  /** one row per arm, or per level if fewer than two levels of the factor are numbers */
  | "rows"
  /** lines over a single factor */
  | "line"
  /** lines over one of two factors, by the levels of the other */
  | "lines by level"
  /** two factors as the axes */
  | "heat map"
  /** one panel per factor, averaged over the others */
  | "each factor"
  /** none, because the design is for indices or for an attribution */
  | "none";

/** With more cells, those of a heat map are too small to see. */
const MOST_CELLS = 2500;

/** With more lines, or more levels on the axis, a reader can no longer tell them apart. */
const MOST_LINES = 4;
const MOST_LEVELS = 30;

/** Chooses the figure that suits the factors and the points of a design. */
export function kindOfFigure(data: ReportData): FigureKind {
  const { factors, design } = data.experiment;
  if (design.kind === "morris" || design.kind === "shapley") return "none";
  if (factors.length === 0) return "rows";
  if (factors.length === 1) {
    const numbers = levelsOf(data, itemAt(factors, 0)).filter((level) => typeof level === "number");
    return numbers.length >= 2 ? "line" : "rows";
  }
  if (factors.length === 2) {
    const counts = factors.map((factor) => levelsOf(data, factor).length);
    const cells = counts.reduce((product, count) => product * count, 1);
    if (data.points.length === cells && Math.min(...counts) <= MOST_LINES && Math.max(...counts) <= MOST_LEVELS)
      return "lines by level";
    if (cells <= MOST_CELLS && 2 * data.points.length >= cells) return "heat map";
  }
  return "each factor";
}
