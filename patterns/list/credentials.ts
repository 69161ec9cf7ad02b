import { meanOf } from "../../study/statistics/describe.ts";
import { type Estimate, estimateStatistic } from "../../study/statistics/estimate.ts";
import { bounds } from "../bounds.ts";
import { type Part, type Pattern, partInRange } from "../pattern.ts";
import type { Results } from "../results.ts";

const CREDENTIALS = "credentials";
const NEWS_ANYWHERE = "credentials-news-anywhere";

/** Pattern 12. */
export const credentials: Pattern = {
  id: "12",
  claim: "Looking at credentials costs more reach where they tell less",
  definition:
    "Focal agents, every tenth agent, have `status_bias` 0 or 0.9 from the end of the burn-in. Worlds settle with a `status_expertise` of 0 or 1; mean and spread of status are the same in both. The cost is the share of their reach that the focal agents lose by the bias, over years two to four. The figure is the cost at 0 minus the cost at 1. The interval must be above 0.",
  experiments: [CREDENTIALS],
  measure: (results) => partsOf(results, CREDENTIALS),
  controls: [
    { change: "news is born anywhere", experiments: [NEWS_ANYWHERE], measure: (results) => partsOf(results, NEWS_ANYWHERE) },
  ],
};

/** The reach of focal agents in the four worlds of one seed: by what credentials tell, without and with bias. */
interface Reach {
  readonly nothing: readonly [number, number];
  readonly all: readonly [number, number];
}

function partsOf(results: Results, experiment: string): Part[] {
  const seeds = reachBySeed(results, experiment);
  const cost = (of: readonly Reach[], where: keyof Reach) =>
    1 - meanOf(of.map((one) => one[where][1])) / meanOf(of.map((one) => one[where][0]));
  const difference = estimateStatistic(seeds, (of) => cost(of, "nothing") - cost(of, "all"));
  return [partInRange(`cost ${costText(seeds, cost)}; difference`, difference, bounds.credentials, "share")];
}

function costText(seeds: readonly Reach[], cost: (of: readonly Reach[], where: keyof Reach) => number): string {
  const percent = (estimate: Estimate) => `${(100 * estimate.mean).toFixed(1)}%`;
  const at = (where: keyof Reach) => percent(estimateStatistic(seeds, (of) => cost(of, where)));
  return `${at("nothing")} at 0, ${at("all")} at 1`;
}

function reachBySeed(results: Results, experiment: string): Reach[] {
  const reach = (tells: number, bias: number) =>
    results.values(experiment, "base", "focal_reach", { status_expertise: tells, "focal.status_bias": bias });
  const columns = [reach(0, 0), reach(0, 0.9), reach(1, 0), reach(1, 0.9)] as const;
  return columns[0].map((_, seed): Reach => {
    const [a, b, c, d] = columns.map((column) => column[seed] ?? Number.NaN) as [number, number, number, number];
    return { nothing: [a, b], all: [c, d] };
  });
}
