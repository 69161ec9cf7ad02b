import { type Cell, escapeForSpreadsheet } from "../../sim/index.ts";
import type { Experiment } from "../experiment.ts";
import type { CombinationSeries } from "../series/series-analyzer.ts";
import { levelCell } from "./factor-text.ts";

/** The columns of series-summary.csv. */
export function seriesSummaryColumns({ factors }: Pick<Experiment, "factors">): string[] {
  const statistics = ["n", "mean", "low", "high", "difference", "difference_low", "difference_high"];
  return ["arm", ...factors.map(({ name }) => name), "measure", "tick", ...statistics];
}

/** The rows of series-summary.csv for one combination of point and arm: by measure and tick. */
export function* seriesSummaryRows({ factors, series }: Experiment, of: CombinationSeries): Generator<Cell[]> {
  const where = [escapeForSpreadsheet(of.arm.name), ...factors.map(({ name }) => levelCell(of.point[name]))];
  for (const [measure, name] of (series?.measures ?? []).entries())
    for (const [at, tick] of of.ticks.entries()) {
      const { n, mean, low, high } = of.value(measure, at);
      const change = of.difference(measure, at);
      yield [...where, name, tick, n, mean, low, high, change?.mean, change?.low, change?.high];
    }
}
