import type { Design, DesignKind, Factor } from "../experiment.ts";
import { MOST_STRATA } from "./latin-hypercube.ts";
import { SOBOL_DIMENSIONS } from "./sobol-directions.ts";

/** The most runs that an experiment may have: the files of more would be of no use to anybody. */
export const MOST_RUNS = 10_000_000;

/**
 * How many rows a design has: known without making it, so that one that is too large can be refused. Rows that come out equal count
 * each, and become one design point. NaN for a grid of which a factor is a range.
 */
export function designSize(design: Design, factors: readonly Factor[]): number {
  switch (design.kind) {
    case "grid":
      return factors.reduce((size, { values }) => size * ("levels" in values ? values.levels.length : Number.NaN), 1);
    case "list":
      return design.points.length;
    case "latin_hypercube":
    case "sobol":
      return design.points;
    case "morris":
      return design.trajectories * (factors.length + 1);
    case "saltelli":
      return design.base * (factors.length + 2);
  }
}

/** How many factors a kind of design can have: where it is made from a Sobol sequence, its dimensions are the limit. */
export function mostFactors(kind: DesignKind): number {
  if (kind === "sobol") return SOBOL_DIMENSIONS;
  return kind === "saltelli" ? SOBOL_DIMENSIONS / 2 : Number.POSITIVE_INFINITY;
}

/** How many points, trajectories or base points a kind of design can have. */
export function largestDesign(kind: DesignKind): number {
  return kind === "latin_hypercube" ? MOST_STRATA : MOST_RUNS;
}
