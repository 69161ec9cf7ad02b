import { csvLine } from "../../sim/index.ts";
import type { JudgedContrast } from "../contrasts/contrast-analyzer.ts";
import { comparisonText } from "../contrasts/contrast-text.ts";
import { boundText } from "../contrasts/verdict.ts";

/** The columns of contrasts.csv. */
export const contrastsColumns = [
  "contrast",
  "origin",
  "kind",
  "outcome",
  "comparison",
  "n",
  "estimate",
  "low",
  "high",
  "expect",
  "verdict",
  "claim",
] as const;

/** contrasts.csv: first the contrasts of the file, then main effects, then interactions. */
export function* contrastsLines(judged: readonly JudgedContrast[]): Generator<string> {
  yield csvLine(contrastsColumns);
  for (const { origin, contrast, n, mean, low, high, verdict } of judged) {
    const { name, outcome, comparison, expect, claim } = contrast;
    const bound = expect && boundText(expect);
    yield csvLine([name, origin, comparison.kind, outcome, comparisonText(comparison), n, mean, low, high, bound, verdict, claim]);
  }
}
