import { estimateMean, estimateRatio } from "../../study/statistics/estimate.ts";
import { bounds } from "../bounds.ts";
import { formatEstimate } from "../format.ts";
import { type Part, type Pattern, partInRange } from "../pattern.ts";
import type { Results } from "../results.ts";
import { judgeMean } from "../verdict.ts";
import { WORLD } from "./worlds.ts";

const FIVE_WAYS = "five-ways";
const ONLY_LEAN = "five-ways-only-lean";
const HARMONIC = "five-ways-harmonic";

/** Pattern 1. */
export const strongAcross: Pattern = {
  id: "1",
  claim: "Cross ties can become strong, for those who go the five ways",
  definition:
    "A cross tie joins two circles. The figure is the share of strong ties among active cross ties. For the default world, it counts all cross ties and is averaged over the window. For the other two arms, it counts the cross ties of the focal agents, every tenth agent, who change their traits when the burn-in ends, and it is averaged over years three to five after the change. All five ways: `sharing` 0.95, `boasting` 0, `status_bias` 0, `follow_through` 1, `openness` 0.95, `generosity` 0.95. Reversed: 0.05, 0.95, 0.95, 0.05, 0.05, 0.05.",
  experiments: [WORLD, FIVE_WAYS],
  measure: (results) => [
    shareOf(results, FIVE_WAYS, "all_five", bounds.strongAcross.allFive),
    partInRange(
      "default world",
      estimateMean(results.values(WORLD, "base", "strong_cross_share")),
      bounds.strongAcross.asTheyAre,
      "share",
    ),
    shareOf(results, FIVE_WAYS, "reversed", bounds.strongAcross.reversed),
  ],
  controls: [
    {
      change: "richness does not rise with trust",
      experiments: [ONLY_LEAN],
      measure: (results) => [
        shareOf(results, ONLY_LEAN, "all_five", bounds.strongAcross.allFive),
        shareOf(results, ONLY_LEAN, "reversed", bounds.strongAcross.reversed),
      ],
    },
    {
      change: "the reserved side does not decide: mutual trust is the harmonic mean",
      experiments: [HARMONIC],
      measure: (results) => [
        shareOf(results, HARMONIC, "all_five", bounds.strongAcross.allFive),
        shareOf(results, HARMONIC, "reversed", bounds.strongAcross.reversed),
      ],
    },
  ],
};

function shareOf(results: Results, experiment: string, arm: string, range: Parameters<typeof partInRange>[2]): Part {
  const name = arm === "all_five" ? "all five ways" : "all reversed";
  return partInRange(name, estimateMean(results.values(experiment, arm, "focal_strong_cross_share")), range, "share");
}

/** Pattern 2. */
export const conversion: Pattern = {
  id: "2",
  claim: "The five ways turn weak cross ties into strong ones",
  definition:
    "Of the cross ties of focal agents that were weak two years after the change of pattern 1, the share that is strong three years later; a tie whose agent has left since does not count as strong. The figure is this share with all five ways divided by the share of agents who keep their traits: the ratio of the means over seeds.",
  experiments: [FIVE_WAYS],
  measure: (results) => [conversionRatio(results, FIVE_WAYS)],
  controls: [
    {
      change: "richness does not rise with trust",
      experiments: [ONLY_LEAN],
      measure: (results) => [conversionRatio(results, ONLY_LEAN)],
    },
  ],
};

function conversionRatio(results: Results, experiment: string): Part {
  const conversionIn = (arm: string) => results.values(experiment, arm, "focal_conversion_cross");
  const ratio = estimateRatio(conversionIn("all_five"), conversionIn("none"));
  const { least, intervalAbove } = bounds.conversion;
  return {
    name: "all five ways ÷ none",
    figure: formatEstimate(ratio, "number"),
    bound: `≥ ${least}, interval above ${intervalAbove}`,
    verdict: judgeMean(ratio, bounds.conversion),
    isMeanInside: ratio.mean >= least,
  };
}
