import { judgeInterval, type Verdict } from "../../study/contrasts/verdict.ts";
import { type Estimate, estimateDifference, estimateMean, estimateRatio } from "../../study/statistics/estimate.ts";
import { bounds } from "../bounds.ts";
import { formatEstimate, formatRange } from "../format.ts";
import type { Part, Pattern } from "../pattern.ts";
import type { Results } from "../results.ts";

const FOLLOW_UP = "follow-up";
const NO_FADING = "follow-up-no-fading";
const NEVER = "never";

/** Pattern 11. */
export const followUp: Pattern = {
  id: "11",
  claim: "Following up every few months keeps the most cross ties",
  definition:
    "The number of active cross ties for each `follow_up_interval`; each world settles with its own. The best interval is the one with the highest mean over seeds. It holds if the best lies between 6 and 30 ticks and every interval outside keeps fewer cross ties, with the whole interval of the paired difference below 0. The second figure is the number without follow-ups divided by the highest.",
  experiments: [FOLLOW_UP],
  measure: (results) => partsOf(results, FOLLOW_UP),
  controls: [{ change: "ties do not fade", experiments: [NO_FADING], measure: (results) => partsOf(results, NO_FADING) }],
};

/** Cross ties with one follow-up interval, by seed. */
interface Kept {
  readonly interval: string;
  readonly ties: readonly number[];
  readonly estimate: Estimate;
}

function partsOf(results: Results, experiment: string): Part[] {
  const all = results.levels(experiment, "follow_up_interval").map((interval): Kept => {
    const ties = results.values(experiment, "base", "cross_ties", { follow_up_interval: interval });
    return { interval, ties, estimate: estimateMean(ties) };
  });
  const best = highest(all);
  const never = all.find(({ interval }) => interval === NEVER);
  const { from, to } = bounds.followUp;
  const counts = all.map(({ interval, estimate }) => `${interval}: ${formatEstimate(estimate, "number")}`);
  const left = estimateRatio(never?.ties ?? [], never === undefined ? [] : best.ties);
  return [
    {
      name: "best interval",
      figure: `${best.interval} (${counts.join("; ")})`,
      bound: `${from}–${to} ticks`,
      verdict: judgeBest(all, best),
    },
    {
      name: "never ÷ best",
      figure: formatEstimate(left, "share"),
      bound: formatRange(bounds.followUp.never, "share"),
      verdict: judgeInterval(left, bounds.followUp.never),
    },
  ];
}

/** Undecided if an interval on the other side of the bound may keep as many ties as the best one. */
function judgeBest(all: readonly Kept[], best: Kept): Verdict {
  const rivals = all.filter((one) => isBetween(one) !== isBetween(best));
  const isClear = rivals.every(({ ties }) => estimateDifference(ties, best.ties).high < 0);
  if (!isClear) return "undecided";
  return isBetween(best) ? "holds" : "fails";
}

function isBetween({ interval }: Kept): boolean {
  const ticks = interval === NEVER ? Number.POSITIVE_INFINITY : Number(interval);
  return ticks >= bounds.followUp.from && ticks <= bounds.followUp.to;
}

function highest(all: readonly Kept[]): Kept {
  return all.reduce((best, one) => (one.estimate.mean > best.estimate.mean ? one : best));
}
