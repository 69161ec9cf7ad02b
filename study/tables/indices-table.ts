import { csvLine, escapeForSpreadsheet } from "../../sim/index.ts";
import { indexUnits } from "../designs/index-units.ts";
import type { Experiment } from "../experiment.ts";
import { cellAt, itemAt } from "../item-at.ts";
import type { SensitivityIndices } from "../report-data.ts";
import type { MorrisIndex } from "../sensitivity/morris-indices.ts";
import type { SobolIndex } from "../sensitivity/sobol-indices.ts";

const columnsOf = {
  morris: ["mu", "mu_star", "mu_star_low", "mu_star_high", "sigma"],
  saltelli: ["first", "first_low", "first_high", "total", "total_low", "total_high"],
} as const;

const columnsOfPairs = ["with", "second", "second_low", "second_high"] as const;

/** The columns of indices.csv. */
export function indicesColumns(kind: SensitivityIndices["kind"], hasPairs = false): string[] {
  return ["arm", "outcome", "factor", ...columnsOf[kind], ...(hasPairs ? columnsOfPairs : [])];
}

/** indices.csv: one row for each arm, outcome and factor, in this order; after the factors, one for each pair of them. */
export function* indicesLines(experiment: Experiment, indices: SensitivityIndices): Generator<string> {
  const { arms, outcomes } = experiment;
  const units = indexUnits(experiment).map(({ name }) => name);
  const pairs = indices.kind === "saltelli" ? indices.pairs : undefined;
  yield csvLine(indicesColumns(indices.kind, pairs !== undefined));
  for (const [arm, { name }] of arms.entries())
    for (const [outcome, column] of outcomes.entries()) {
      const place = [escapeForSpreadsheet(name), column.name];
      const rest = pairs === undefined ? [] : columnsOfPairs.map(() => undefined);
      for (const [unit, of] of units.entries()) yield csvLine([...place, of, ...cellsOf(indices, outcome, arm, unit), ...rest]);
      for (const { pair, second, secondLow, secondHigh } of pairs?.[outcome]?.[arm] ?? []) {
        const [one, other] = [itemAt(units, pair[0]), itemAt(units, pair[1])];
        yield csvLine([...place, one, ...columnsOf.saltelli.map(() => undefined), other, second, secondLow, secondHigh]);
      }
    }
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
