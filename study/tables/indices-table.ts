import { csvLine, escapeForSpreadsheet } from "../../sim/index.ts";
import type { Experiment } from "../experiment.ts";
import { cellAt } from "../item-at.ts";
import type { SensitivityIndices } from "../report-data.ts";
import type { MorrisIndex } from "../sensitivity/morris-indices.ts";
import type { SobolIndex } from "../sensitivity/sobol-indices.ts";

const columnsOf = {
  morris: ["mu", "mu_star", "mu_star_low", "mu_star_high", "sigma"],
  saltelli: ["first", "first_low", "first_high", "total", "total_low", "total_high"],
} as const;

/** The columns of indices.csv. */
export function indicesColumns(kind: SensitivityIndices["kind"]): string[] {
  return ["arm", "outcome", "factor", ...columnsOf[kind]];
}

/** indices.csv: one row for each arm, outcome and factor, in this order. */
export function* indicesLines({ arms, outcomes, factors }: Experiment, indices: SensitivityIndices): Generator<string> {
  yield csvLine(indicesColumns(indices.kind));
  for (const [arm, { name }] of arms.entries())
    for (const [outcome, column] of outcomes.entries())
      for (const [factor, { name: of }] of factors.entries())
        yield csvLine([escapeForSpreadsheet(name), column.name, of, ...cellsOf(indices, outcome, arm, factor)]);
}

function cellsOf(indices: SensitivityIndices, outcome: number, arm: number, factor: number): number[] {
  return indices.kind === "morris"
    ? morrisCells(cellAt(indices.values, outcome, arm, factor))
    : sobolCells(cellAt(indices.values, outcome, arm, factor));
}

function morrisCells({ mu, muStar, muStarLow, muStarHigh, sigma }: MorrisIndex): number[] {
  return [mu, muStar, muStarLow, muStarHigh, sigma];
}

function sobolCells({ first, firstLow, firstHigh, total, totalLow, totalHigh }: SobolIndex): number[] {
  return [first, firstLow, firstHigh, total, totalLow, totalHigh];
}
