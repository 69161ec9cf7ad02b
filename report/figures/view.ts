import type { PlainValue } from "../../sim/index.ts";
import type { Experiment, Factor } from "../../study/experiment.ts";
import { cellAt, itemAt } from "../../study/item-at.ts";
import type { MarginalMeans } from "../../study/marginal-means.ts";
import type { ReportData } from "../../study/report-data.ts";
import type { Description } from "../../study/statistics/describe.ts";
import { describeFactor } from "../../study/tables/factor-text.ts";
import { measureOfOutcome, outcomePhrase } from "../../study/tables/outcome-text.ts";
import { armStyle, type MarkStyle } from "./arm-style.ts";

/** A mean with its interval, of an outcome or a difference. */
export type Estimate = Pick<Description, "n" | "mean" | "low" | "high">;

/** What figures show: outcomes, or their differences from the first arm. */
export interface View {
  readonly data: ReportData;
  readonly isDifference: boolean;
  /** indices of the arms that are shown */
  readonly arms: readonly number[];
  /** takes indices; undefined if there is no estimate */
  /** levels of each factor averaged over all others, by outcome, factor and arm */
  readonly marginals: MarginalMeans["values"];
  readonly estimate: (outcome: number, point: number, arm: number) => Estimate | undefined;
}

export function viewOutcomes(data: ReportData): View {
  const arms = [...data.experiment.arms.keys()];
  const { values: marginals } = data.marginals;
  return {
    data,
    isDifference: false,
    arms,
    marginals,
    estimate: (outcome, point, arm) => cellAt(data.descriptions, outcome, point, arm),
  };
}

export function viewDifferences(data: ReportData): View {
  const arms = [...data.experiment.arms.keys()].slice(1);
  const { differences: marginals } = data.marginals;
  return {
    data,
    isDifference: true,
    arms,
    marginals,
    estimate: (outcome, point, arm) => cellAt(data.differences, outcome, point, arm),
  };
}

/** The arms of a view for a legend. */
export function legendEntries({ data, arms }: View): { name: string; style: MarkStyle }[] {
  return arms.map((arm) => ({ name: itemAt(data.experiment.arms, arm).name, style: armStyle(arm) }));
}

/** Title and note of an outcome's panels. */
export function outcomePanel({ outcomes }: Experiment, outcome: number): { title: string; note: string } {
  const found = itemAt(outcomes, outcome);
  return { title: found.name, note: `${outcomePhrase(found)}; unit: ${measureOfOutcome(found).unit}` };
}

/** The label of a factor's axis: `blow_off (share)`. */
export function axisLabel(factor: Factor): string {
  const { unit } = describeFactor(factor);
  return unit === "on or off" || unit === "a choice" ? factor.name : `${factor.name} (${unit})`;
}

/** The levels of a factor that occur in the design: in the order of the experiment file, or by size if it has none. */
export function levelsOf({ points }: ReportData, { name, values }: Factor): PlainValue[] {
  const met = new Set<PlainValue>(points.map((point) => point[name]));
  if ("levels" in values) return values.levels.filter((level) => met.has(level));
  return [...met].sort((a, b) => Number(a) - Number(b));
}

/** Cuts a text that is too long and ends it with an ellipsis. */
export function shorten(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters
    ? text
    : `${all
        .slice(0, characters - 1)
        .join("")
        .trimEnd()}…`;
}
