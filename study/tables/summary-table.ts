import { csvLine, escapeForSpreadsheet } from "../../sim/index.ts";
import type { Experiment } from "../experiment.ts";
import type { ReportData } from "../report-data.ts";
import type { PairedDifference } from "../statistics/paired-difference.ts";
import { levelCell } from "./factor-text.ts";

/** What the table is made from; lists by outcome, point, arm. */
export type SummaryData = Pick<ReportData, "experiment" | "points" | "descriptions" | "differences">;

const described = ["n", "mean", "sd", "low", "high"] as const;

const compared = ["difference", "difference_low", "difference_high", "unpaired_low", "unpaired_high", "narrowing"] as const;

/** The columns of summary.csv: arm, factors, outcome, what its replicates come to, and how far they lie from the first arm. */
export function summaryColumns({ factors }: Experiment): string[] {
  return ["arm", ...factors.map(({ name }) => name), "outcome", ...described, ...compared];
}

/** summary.csv, a row an outcome of an arm at a design point, in the order of the design: points, then arms, then outcomes. */
export function* summaryLines({ experiment, points, descriptions, differences }: SummaryData): Generator<string> {
  const { arms, factors, outcomes } = experiment;
  yield csvLine(summaryColumns(experiment));
  for (const [at, point] of points.entries()) {
    for (const [arm, { name }] of arms.entries()) {
      const where = [escapeForSpreadsheet(name), ...factors.map((factor) => levelCell(point[factor.name]))];
      for (const [outcome, column] of outcomes.entries()) {
        const { n, mean, sd, low, high } = descriptions[outcome][at][arm];
        yield csvLine([...where, column.name, n, mean, sd, low, high, ...differenceCells(differences[outcome][at][arm])]);
      }
    }
  }
}

function differenceCells(found: PairedDifference | undefined): (number | undefined)[] {
  if (found === undefined) return compared.map(() => undefined);
  return [found.mean, found.low, found.high, found.unpairedLow, found.unpairedHigh, found.narrowing];
}
