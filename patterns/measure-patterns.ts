import type { Verdict } from "../study/contrasts/verdict.ts";
import type { Part, Pattern } from "./pattern.ts";
import type { Results } from "./results.ts";
import { judgeAll } from "./verdict.ts";

/** A pattern with its figures. */
export interface Measured extends Judged {
  readonly pattern: Pattern;
  /** in the order of the pattern's controls */
  readonly controls: readonly (Judged & { readonly change: string })[];
}

interface Judged {
  readonly parts: readonly Part[];
  /** of all parts together */
  readonly verdict: Verdict;
}

export function measurePatterns(patterns: readonly Pattern[], results: Results): Measured[] {
  return patterns.map((pattern) => ({
    pattern,
    ...judge(pattern.measure(results)),
    controls: pattern.controls.map(({ change, measure }) => ({ change, ...judge(measure(results)) })),
  }));
}

function judge(parts: readonly Part[]): Judged {
  return { parts, verdict: judgeAll(parts.map(({ verdict }) => verdict)) };
}
