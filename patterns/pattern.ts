import type { Bound } from "../study/contrasts/contrast.ts";
import { judgeInterval, type Verdict } from "../study/contrasts/verdict.ts";
import type { Estimate } from "../study/statistics/estimate.ts";
import { type Form, formatEstimate, formatRange } from "./format.ts";
import type { Results } from "./results.ts";

/** Something that the model must bring about without being told to. */
export interface Pattern {
  /** as in the table of bounds: `3b` */
  readonly id: string;
  /** a sentence without a full stop */
  readonly claim: string;
  /** what exactly is measured, in full sentences */
  readonly definition: string;
  /** names of the experiments that it needs, controls not included */
  readonly experiments: readonly string[];
  readonly measure: (results: Results) => readonly Part[];
  readonly controls: readonly Control[];
}

/** The same pattern in a world without the mechanism that should bring it about. */
export interface Control {
  /** what is different: `meeting together off` */
  readonly change: string;
  readonly experiments: readonly string[];
  readonly measure: (results: Results) => readonly Part[];
}

/** One figure of a pattern, with its bound. */
export interface Part {
  /** what the figure is; empty if the claim of the pattern says it */
  readonly name: string;
  readonly figure: string;
  readonly bound: string;
  readonly verdict: Verdict;
  /** if the verdict is undecided: whether the mean alone would meet the bound */
  readonly isMeanInside?: boolean;
}

/** A figure that must lie in a range. */
export function partInRange(name: string, estimate: Estimate, range: Bound, form: Form): Part {
  const { mean } = estimate;
  return {
    name,
    figure: formatEstimate(estimate, form),
    bound: formatRange(range, form),
    verdict: judgeInterval(estimate, range),
    isMeanInside: judgeInterval({ ...estimate, low: mean, high: mean }, range) === "holds",
  };
}
