import { csvLine, escapeForSpreadsheet } from "../../sim/index.ts";
import type { Attributions } from "../attribution/attribution.ts";
import type { Experiment } from "../experiment.ts";
import { itemAt } from "../item-at.ts";
import type { Estimate } from "../statistics/estimate.ts";

/** The columns of attribution.csv. */
export const attributionColumns = [
  "arm",
  "outcome",
  "cause",
  "n",
  "contribution",
  "contribution_low",
  "contribution_high",
  "share",
  "share_low",
  "share_high",
  "alone",
  "alone_low",
  "alone_high",
  "last",
  "last_low",
  "last_high",
] as const;

/** The name of the row for all causes together. No cause can have it, because of its space. */
const TOGETHER = "all causes";

/** attribution.csv: for each arm and outcome, one row for each cause and one for all of them together. */
export function* attributionLines({ arms, outcomes, factors }: Experiment, attributions: Attributions): Generator<string> {
  yield csvLine(attributionColumns);
  for (const [arm, { name }] of arms.entries())
    for (const [at, outcome] of outcomes.entries()) {
      const { total, causes } = itemAt(itemAt(attributions, at), arm);
      const where = [escapeForSpreadsheet(name), outcome.name];
      for (const [cause, { contribution, share, alone, last }] of causes.entries()) {
        const cells = [contribution, share, alone, last].flatMap(cellsOf);
        yield csvLine([...where, itemAt(factors, cause).name, contribution.n, ...cells]);
      }
      yield csvLine([...where, TOGETHER, total.n, ...cellsOf(total), ...attributionColumns.slice(7).map(() => undefined)]);
    }
}

function cellsOf({ mean, low, high }: Estimate): number[] {
  return [mean, low, high];
}
