import type { Design, Factor } from "../../study/experiment.ts";

/** The most runs that an experiment may have: the files of more would be of no use to anybody. */
export const MOST_RUNS = 10_000_000;

/** How many design points there are, the same values met twice counted twice; of a grid with ranges NaN. */
export function countPoints(factors: readonly Factor[], design: Design): number {
  switch (design.kind) {
    case "grid":
      return factors.reduce((product, { values }) => product * ("levels" in values ? values.levels.length : Number.NaN), 1);
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
