import { estimateMean } from "../../study/statistics/estimate.ts";
import { bounds } from "../bounds.ts";
import { formatEstimate, formatFigure } from "../format.ts";
import { type Part, type Pattern, partInRange } from "../pattern.ts";
import type { Results } from "../results.ts";
import { judgeSeeds } from "../verdict.ts";
import { NEITHER, NO_MEETING_TOGETHER, NO_TRUST_IN_CHOICE, NOBODY_LEAVES, OF_200, patternOfWorld } from "./worlds.ts";

const FIXED = "fixed-network";
const FIXED_ALONE = "fixed-network-no-meeting-together";

/** Pattern 3. */
export const overlap = patternOfWorld(
  {
    id: "3",
    claim: "Within circles, strong ties share more contacts",
    definition:
      "Spearman's correlation of strength and neighborhood overlap over the active ties within circles. Overlap counts contacts of all circles. For the shuffles, the strengths of the ties of each circle are permuted 100 times at the last tick of the window, and the correlation must exceed all 100 in every seed. The controls show the correlation alone.",
  },
  (world) => [partInRange("correlation", estimateMean(world("spearman_within")), bounds.overlap.within, "number")],
  [NO_MEETING_TOGETHER, NO_TRUST_IN_CHOICE, NEITHER],
  (results) => [aboveShuffles(results)],
);

function aboveShuffles({ shuffled }: Results): Part {
  const { shuffles } = bounds.overlap;
  const shows = shuffled.map(({ correlation, highest }) => correlation > highest);
  const highest = Math.max(...shuffled.map((one) => one.highest));
  return {
    name: "above all shuffles",
    figure: `in ${shows.filter(Boolean).length} of ${shows.length} seeds; highest shuffle ${formatFigure(highest, "number")}`,
    bound: `above all ${shuffles}`,
    verdict: shows.length === 0 ? "undecided" : shows.every(Boolean) ? "holds" : "fails",
  };
}

/** Pattern 3b. */
export const overlapOnFixedNetwork: Pattern = {
  id: "3b",
  claim: "The same where the network cannot change",
  definition:
    "The correlation of pattern 3 in a network with circles whose ties stay those of the start: no new ties, no forgetting, no introductions, no meetings, and nobody leaves or moves. It counts all ties, whatever their strength (`active_from` 0). It must be above 0 in 18 of 20 seeds.",
  experiments: [FIXED],
  measure: (results) => [correlationsAboveZero(results, FIXED)],
  controls: [
    {
      change: "meeting together off",
      experiments: [FIXED_ALONE],
      measure: (results) => [correlationsAboveZero(results, FIXED_ALONE)],
    },
  ],
};

function correlationsAboveZero(results: Results, experiment: string): Part {
  const correlations = results.values(experiment, "base", "spearman_within");
  const shows = correlations.map((value) => value > 0);
  const { seeds, of } = bounds.fixedNetwork;
  return {
    name: "correlation",
    figure: `${formatEstimate(estimateMean(correlations), "number")}; above 0 in ${shows.filter(Boolean).length} of ${shows.length} seeds`,
    bound: `> 0 in ${seeds} of ${of} seeds`,
    verdict: judgeSeeds(shows, bounds.fixedNetwork),
  };
}

/** Pattern 4. */
export const closedPairs = patternOfWorld(
  {
    id: "4",
    claim: "Two strong contacts of a person know each other more often than two weak ones",
    definition:
      "Among two active contacts of the same agent, all three in one circle: the share of pairs that have an active tie, if both ties to the agent are strong, divided by the share if both are weak.",
  },
  (world) => [partInRange("strong ÷ weak", estimateMean(world("closed_pairs_ratio")), bounds.closedPairs, "number")],
  [NO_MEETING_TOGETHER, NO_TRUST_IN_CHOICE],
);

/** Pattern 5. */
export const localBridges = patternOfWorld(
  {
    id: "5",
    claim: "Some ties are local bridges, and these are weak",
    definition:
      "A local bridge is an active tie whose agents share no active contact. The figures are local bridges as a share of active ties, and weak ties as a share of local bridges.",
  },
  (world) => [
    partInRange("share of active ties", estimateMean(world("bridge_share")), bounds.localBridges.share, "share"),
    partInRange("weak among them", estimateMean(world("weak_bridge_share")), bounds.localBridges.weak, "share"),
  ],
  [NOBODY_LEAVES, OF_200],
);
