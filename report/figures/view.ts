import type { PlainValue } from "../../sim/index.ts";
import type { Experiment, Factor } from "../../study/experiment.ts";
import type { ReportData } from "../../study/report-data.ts";
import type { Description } from "../../study/statistics/describe.ts";
import { describeFactor } from "../../study/tables/factor-text.ts";
import { measureOfOutcome, outcomePhrase } from "../../study/tables/outcome-text.ts";

/** A mean with its interval, be it of an outcome or of a difference. */
export type Estimate = Pick<Description, "n" | "mean" | "low" | "high">;

/** What is looked at: outcomes, or their differences from the first arm. */
export interface View {
  readonly data: ReportData;
  readonly isDifference: boolean;
  /** places of the arms that are shown */
  readonly arms: readonly number[];
  /** by places; `undefined` stands for what is not there */
  readonly estimate: (outcome: number, point: number, arm: number) => Estimate | undefined;
}

export function viewOutcomes(data: ReportData): View {
  const arms = [...data.experiment.arms.keys()];
  return { data, isDifference: false, arms, estimate: (outcome, point, arm) => data.descriptions[outcome][point][arm] };
}

export function viewDifferences(data: ReportData): View {
  const arms = [...data.experiment.arms.keys()].slice(1);
  return { data, isDifference: true, arms, estimate: (outcome, point, arm) => data.differences[outcome][point][arm] };
}

/** Title and note of the panels of an outcome. */
export function outcomePanel({ outcomes }: Experiment, outcome: number): { title: string; note: string } {
  const shown = outcomes[outcome];
  return { title: shown.name, note: `${outcomePhrase(shown)}; unit: ${measureOfOutcome(shown).unit}` };
}

/** What stands at an axis: `blow_off (share)`. */
export function axisLabel(factor: Factor): string {
  const { unit } = describeFactor(factor);
  return unit === "on or off" || unit === "a choice" ? factor.name : `${factor.name} (${unit})`;
}

/** The levels of a factor that occur, in its own order: as listed, else by size. */
export function levelsOf({ points }: ReportData, { name, values }: Factor): PlainValue[] {
  const met = new Set<PlainValue>(points.map((point) => point[name]));
  if ("levels" in values) return values.levels.filter((level) => met.has(level));
  return [...met].sort((a, b) => Number(a) - Number(b));
}

/** A text that fits, cut with an ellipsis where it does not. */
export function fitted(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters
    ? text
    : `${all
        .slice(0, characters - 1)
        .join("")
        .trimEnd()}…`;
}
