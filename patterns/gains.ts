import { estimateDifference, estimateRatio } from "../study/statistics/estimate.ts";
import { formatEstimate, formatFigure } from "./format.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Point, Results } from "./results.ts";

/** One arm against another. */
interface Comparison {
  readonly what: string;
  readonly experiment: string;
  /** the arm and point with the gain, and what it is compared with */
  readonly arms: readonly [string, string];
  readonly points?: readonly [Point, Point];
}

const bias = (tells: number): Pick<Comparison, "experiment" | "arms" | "points"> => ({
  experiment: "credentials",
  arms: ["base", "base"],
  points: [
    { status_expertise: tells, "focal.status_bias": 0.9 },
    { status_expertise: tells, "focal.status_bias": 0 },
  ],
});

const comparisons: readonly Comparison[] = [
  { what: "all five ways against none", experiment: "five-ways", arms: ["all_five", "none"] },
  { what: "all reversed against none", experiment: "five-ways", arms: ["reversed", "none"] },
  { what: "`status_bias` 0.9 against 0, where credentials tell nothing", ...bias(0) },
  { what: "`status_bias` 0.9 against 0, where they tell everything", ...bias(1) },
  { what: "experts who share against experts who don't", experiment: "experts", arms: ["share", "keep_quiet"] },
];

const outcomes = [
  { outcome: "focal_trust_score", title: "trust score T" },
  { outcome: "focal_trust_share", title: "trust share τ" },
  { outcome: "focal_reach", title: "reach" },
  { outcome: "focal_payoff", title: "payoff" },
] as const;

/**
 * The comparisons between arms of some experiments.
 *
 * @returns undefined if there are none
 */
export function gainsTable(results: Results, experiments: readonly string[]): string | undefined {
  const rows = comparisons
    .filter(({ experiment }) => experiments.includes(experiment))
    .map((comparison) => [comparison.what, ...outcomes.map(({ outcome }) => gainCell(results, comparison, outcome))]);
  return rows.length === 0 ? undefined : markdownTable(["", ...outcomes.map(({ title }) => title)], rows);
}

function gainCell(
  results: Results,
  { experiment, arms: [arm, other], points: [point, otherPoint] = [{}, {}] }: Comparison,
  outcome: string,
) {
  const values = results.values(experiment, arm, outcome, point);
  const reference = results.values(experiment, other, outcome, otherPoint);
  const share = 100 * (estimateRatio(values, reference).mean - 1);
  const percent = `${share < 0 ? "" : "+"}${formatFigure(share / 100, "share")}%`;
  return `${formatEstimate(estimateDifference(values, reference), "number")} (${percent})`;
}
