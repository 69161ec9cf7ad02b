import { MISSING, shortNumber } from "../tables/number-text.ts";
import type { AnalysisRow } from "./analysis-row.ts";
import { tieKinds } from "./network.ts";

/** The rows of a wave as a table for a person: a header and, for each measure, its value for each kind of ties. */
export function analysisSummary(rows: readonly AnalysisRow[]): string[][] {
  const measures = [...new Set(rows.map(({ measure }) => measure))];
  const lines = measures.map((measure) => [
    measure,
    ...tieKinds.map((kind) => valueText(rows.find((row) => row.measure === measure && row.ties === kind))),
  ]);
  return [["", ...tieKinds], ...lines];
}

/** `0.41`, or `0.41 (0.1 to 0.2)` with the range after shuffles; the measure is outside of it in the cases to look at. */
function valueText(row: AnalysisRow | undefined): string {
  if (row === undefined) return "";
  const { value, shuffled } = row;
  const text = Number.isNaN(value) ? MISSING : shortNumber(value);
  if (shuffled === undefined || shuffled.n === 0) return text;
  return `${text} (${shortNumber(shuffled.lowest)} to ${shortNumber(shuffled.highest)})`;
}
