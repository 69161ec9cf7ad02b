import { csvLine, lifeMeasures } from "../../sim/index.ts";
import type { AnalysisRow } from "./analysis-row.ts";
import type { ClosurePoint } from "./dynamic/closure.ts";
import { dynamicMeasures } from "./dynamic/dynamic-measures.ts";
import type { RemovalPoint } from "./static/analyze-network.ts";
import { type StaticMeasure, staticMeasures } from "./static/static-measures.ts";

/** The columns of the tables of an analysis. */
export const analysisColumns = {
  "analysis.csv": ["tick", "measure", "ties", "value", "shuffled", "shuffles", "shuffled_mean", "shuffled_low", "shuffled_high"],
  "removal.csv": ["tick", "ties", "first", "removed", "largest_component"],
  "closure.csv": ["tick", "ties", "shared_contacts", "pairs", "closed", "share"],
  "measures.csv": ["measure", "meaning", "unit", "source", "shuffled", "when"],
} as const;

export type AnalysisTable = keyof typeof analysisColumns;

export function analysisLine({ tick, measure, ties, value, shuffled }: AnalysisRow): string {
  return csvLine([tick, measure, ties, value, shuffled?.kind, shuffled?.n, shuffled?.mean, shuffled?.lowest, shuffled?.highest]);
}

export function removalLine({ tick, ties, first, removed, largest }: RemovalPoint): string {
  return csvLine([tick, ties, first, removed, largest]);
}

export function closureLine({ tick, ties, shared, pairs, closed }: ClosurePoint): string {
  return csvLine([tick, ties, shared, pairs, closed, closed / pairs]);
}

/** A measure of an analysis, and when it is taken. */
export interface ListedMeasure extends Pick<StaticMeasure, "name" | "description" | "unit" | "source" | "shuffle"> {
  readonly when: "at the wave" | "since the wave before" | "since the start";
}

/** Every measure of analysis.csv, in its order. */
export const analysisMeasures: readonly ListedMeasure[] = [
  ...staticMeasures.map((one) => ({ ...one, when: "at the wave" as const })),
  ...dynamicMeasures.map((one) => ({ ...one, when: "since the wave before" as const })),
  ...lifeMeasures.map((one) => ({ ...one, when: "since the start" as const })),
];

/** measures.csv, without its header. */
export function* measureLines(): Generator<string> {
  for (const { name, description, unit, source, shuffle, when } of analysisMeasures)
    yield csvLine([name, description.replaceAll("`", ""), unit, source, shuffle, when]);
}
