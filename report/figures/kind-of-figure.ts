import type { ReportData } from "../../study/report-data.ts";
import { levelsOf } from "./view.ts";

/** How an experiment's outcomes are drawn. */
export type FigureKind =
  /** an arm, or a level of a factor of words, a row */
  | "rows"
  /** along the one factor */
  | "line"
  /** the two factors across and up */
  | "heat map"
  /** each factor by itself, over all the others */
  | "each factor"
  /** indices say it better */
  | "none";

/** Cells beyond which a heat map is dust. */
const MOST_CELLS = 2500;

/** What suits the factors and the points of a design. */
export function kindOfFigure(data: ReportData): FigureKind {
  const { factors, design } = data.experiment;
  if (design.kind === "morris") return "none";
  if (factors.length === 0) return "rows";
  if (factors.length === 1) {
    const numbers = levelsOf(data, factors[0]).filter((level) => typeof level === "number");
    return numbers.length >= 2 ? "line" : "rows";
  }
  if (factors.length === 2) {
    const cells = factors.reduce((product, factor) => product * levelsOf(data, factor).length, 1);
    if (cells <= MOST_CELLS && 2 * data.points.length >= cells) return "heat map";
  }
  return "each factor";
}
