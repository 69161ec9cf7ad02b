import { estimateDifference } from "../../study/statistics/estimate.ts";
import { bounds } from "../bounds.ts";
import { type Part, type Pattern, partInRange } from "../pattern.ts";
import type { Results } from "../results.ts";

const EXPERTS = "experts";
const UNPAID = "experts-unpaid";
const UNHEARD = "experts-unheard";

/** Pattern 13. */
export const experts: Pattern = {
  id: "13",
  claim: "Sharing expertise pays for experts",
  definition:
    "Experts are the 80 agents with the highest expertise when the burn-in ends. In one arm they have `sharing` 1 from then on, in the other 0. The figures are the differences in their yearly reach and payoff over years two to four, paired by seed. A place that an expert has left counts on, with the newcomer.",
  experiments: [EXPERTS],
  measure: (results) => partsOf(results, EXPERTS),
  controls: [
    { change: "expertise is not paid (`expert_payoff` 0)", experiments: [UNPAID], measure: (results) => partsOf(results, UNPAID) },
    { change: "shared expertise moves no belief", experiments: [UNHEARD], measure: (results) => partsOf(results, UNHEARD) },
  ],
};

function partsOf(results: Results, experiment: string): Part[] {
  const difference = (outcome: string) =>
    estimateDifference(results.values(experiment, "share", outcome), results.values(experiment, "keep_quiet", outcome));
  return [
    partInRange("reach, items a year", difference("focal_reach"), bounds.experts.reach, "number"),
    partInRange("payoff, points a year", difference("focal_payoff"), bounds.experts.payoff, "number"),
  ];
}
