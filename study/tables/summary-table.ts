import { csvLine, escapeForSpreadsheet } from "../../sim/index.ts";
import type { Experiment } from "../experiment.ts";
import { cellAt } from "../item-at.ts";
import type { ReportData } from "../report-data.ts";
import type { PairedDifference } from "../statistics/paired-difference.ts";
import { levelCell } from "./factor-text.ts";

/** The data of the table. */
export type SummaryData = Pick<ReportData, "experiment" | "points" | "descriptions" | "differences">;

const described = ["n", "mean", "sd", "low", "high"] as const;

const compared = ["difference", "difference_low", "difference_high", "unpaired_low", "unpaired_high", "narrowing"] as const;

/** The columns of summary.csv: arm, factors, outcome, statistics over replicates, and difference from the first arm. */
export function summaryColumns({ factors }: Pick<Experiment, "factors">): string[] {
  return ["arm", ...factors.map(({ name }) => name), "outcome", ...described, ...compared];
}

/** summary.csv: one row for each design point, arm and outcome, in this order. */
export function* summaryLines({ experiment, points, descriptions, differences }: SummaryData): Generator<string> {
  const { arms, factors, outcomes } = experiment;
  yield csvLine(summaryColumns(experiment));
  for (const [at, point] of points.entries()) {
    for (const [arm, { name }] of arms.entries()) {
      const where = [escapeForSpreadsheet(name), ...factors.map((factor) => levelCell(point[factor.name]))];
      for (const [outcome, column] of outcomes.entries()) {
        const { n, mean, sd, low, high } = cellAt(descriptions, outcome, at, arm);
        const difference = differenceCells(cellAt(differences, outcome, at, arm));
        yield csvLine([...where, column.name, n, mean, sd, low, high, ...difference]);
      }
    }
  }
}

function differenceCells(found: PairedDifference | undefined): (number | undefined)[] {
  if (found === undefined) return compared.map(() => undefined);
  return [found.mean, found.low, found.high, found.unpairedLow, found.unpairedHigh, found.narrowing];
}
