import type { Design, DesignKind, Factor } from "../experiment.ts";
import { indexUnits, saltelliRows } from "./index-units.ts";
import { MOST_STRATA } from "./latin-hypercube.ts";
import { SOBOL_DIMENSIONS } from "./sobol-directions.ts";

/** The most runs an experiment can have. The files of a larger one would be too large to use. */
export const MOST_RUNS = 10_000_000;

/**
 * The number of rows of a design, computed without creating them, so that a design that is too large can be refused. Rows with equal
 * values count separately, although they share a design point.
 *
 * @returns NaN for a grid with a factor that is a range
 */
export function designSize(design: Design, factors: readonly Factor[]): number {
  switch (design.kind) {
    case "grid":
    case "shapley":
      return factors.reduce((size, { values }) => size * ("levels" in values ? values.levels.length : Number.NaN), 1);
    case "list":
      return design.points.length;
    case "latin_hypercube":
    case "sobol":
      return design.points;
    case "morris":
      return design.trajectories * (factors.length + 1);
    case "saltelli":
      return design.base * saltelliRows(indexUnits({ design, factors }).length, design.secondOrder);
  }
}

/** The most causes of a Shapley design, which has 2^causes points. */
const MOST_CAUSES = 12;

/** The most factors a kind of design can have. Designs made from a Sobol sequence are limited by its dimensions. */
export function mostFactors(kind: DesignKind): number {
  if (kind === "shapley") return MOST_CAUSES;
  if (kind === "sobol") return SOBOL_DIMENSIONS;
  return kind === "saltelli" ? SOBOL_DIMENSIONS / 2 : Number.POSITIVE_INFINITY;
}

/** The most points, trajectories or base points a kind of design can have. */
export function largestDesign(kind: DesignKind): number {
  return kind === "latin_hypercube" ? MOST_STRATA : MOST_RUNS;
}
