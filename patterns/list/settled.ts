import { networkMeasures } from "../../sim/index.ts";
import { judgeInterval, type Verdict } from "../../study/contrasts/verdict.ts";
import { type Estimate, estimateMean, estimateRatio } from "../../study/statistics/estimate.ts";
import { bounds } from "../bounds.ts";
import type { Part, Pattern } from "../pattern.ts";
import type { Results } from "../results.ts";
import { judgeAll } from "../verdict.ts";
import { WORLD } from "./worlds.ts";

const UNSETTLED = "unsettled";

/** The two windows in ticks after the burn-in, `from` + 1 to `to`. The second begins after twice as many ticks. */
const WINDOWS = { first: [0, 520], second: [1040, 1560] } as const;

/** Columns of series.csv that are no outcomes. */
const LEFT_OUT = ["tick", "agents"];

/** The thirds of contact are measures of experiments, but not of series.csv. */
const inSeries = new Set<string>(networkMeasures.map(({ name }) => name));

/** One outcome in both windows. */
export interface Drift {
  readonly outcome: string;
  readonly first: Estimate;
  readonly second: Estimate;
  /** second window over first */
  readonly ratio: Estimate;
  readonly verdict: Verdict;
}

/** Pattern 14. */
export const settled: Pattern = {
  id: "14",
  claim: "A default run is settled when statistics begin",
  definition:
    "Every outcome that the program ships and that has a mean over a window, compared between the window that begins when the burn-in of 1,040 ticks ends and one that begins after twice as many ticks. These are the columns of series.csv except `tick` and `agents`, and the measures of agents that have no such column: promises kept and promises broken. The thirds of pattern 8 are not among them, because they cover all ties since the burn-in. The figure is the ratio of the means, second window over first, paired by seed. An outcome is within the bound if its whole interval is, and outside if its whole interval is.",
  experiments: [WORLD],
  measure: (results) => [summaryOf(drifts(results, WORLD))],
  controls: [{ change: "no burn-in", experiments: [UNSETTLED], measure: (results) => [summaryOf(drifts(results, UNSETTLED))] }],
};

/** Compares every shipped outcome between both windows. */
export function drifts(results: Results, experiment = WORLD): Drift[] {
  const ofNetwork = results
    .seriesMeasures(experiment)
    .filter((measure) => inSeries.has(measure) && !LEFT_OUT.includes(measure))
    .map((measure) => ({
      outcome: `\`${measure}\``,
      first: results.seriesMeans(experiment, measure, ...WINDOWS.first),
      second: results.seriesMeans(experiment, measure, ...WINDOWS.second),
    }));
  const ofAgents = results
    .columns(experiment)
    .filter((name) => name.startsWith(FIRST))
    .map((name) => {
      const measure = name.slice(FIRST.length);
      return {
        outcome: `\`${measure}\` of agents`,
        first: results.values(experiment, "base", name),
        second: results.values(experiment, "base", `${SECOND}${measure}`),
      };
    });
  return [...ofNetwork, ...ofAgents].map(({ outcome, first, second }) => {
    const ratio = estimateRatio(second, first);
    return {
      outcome,
      first: estimateMean(first),
      second: estimateMean(second),
      ratio,
      verdict: judgeInterval(ratio, bounds.settled),
    };
  });
}

/** How the outcomes of both windows begin. */
const FIRST = "first_";
const SECOND = "second_";

function summaryOf(all: readonly Drift[]): Part {
  const those = (verdict: Verdict) => all.filter((one) => one.verdict === verdict);
  const outside = those("fails").map(({ outcome }) => outcome);
  const close = those("undecided").filter(({ ratio: { mean } }) => isWithin(mean)).length;
  return {
    name: "second window ÷ first",
    figure: [
      `${those("holds").length} within`,
      `${outside.length} outside${outside.length === 0 ? "" : ` (${outside.join(", ")})`}`,
      `${those("undecided").length} undecided (${close} with the mean within)`,
    ].join(", "),
    bound: "every outcome within ± 5%",
    verdict: judgeAll(all.map(({ verdict }) => verdict)),
  };
}

function isWithin(mean: number): boolean {
  return judgeInterval({ low: mean, high: mean }, bounds.settled) === "holds";
}
