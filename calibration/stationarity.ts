import { itemAt } from "../study/item-at.ts";
import { meanOf } from "../study/statistics/describe.ts";
import { halfInterval95 } from "../study/statistics/student-interval.ts";
import { seedNames } from "./calibration.ts";
import type { Rows, Runner } from "./measured-run.ts";
import { columnMeans } from "./statistics.ts";

/** Ticks `after` + 1 to `until`. */
export interface Span {
  readonly after: number;
  readonly until: number;
}

/** What is measured and compared. */
export interface StationarityDesign {
  readonly seeds: readonly string[];
  /** ticks between two measurements; every span starts and ends at a multiple of it */
  readonly every: number;
  /** spans to compare with the long run */
  readonly spans: readonly Span[];
  /** the last ticks of the run */
  readonly longRun: Span;
  /** smaller differences, as a share of the long-run level, do not matter */
  readonly tolerance: number;
  /** shares of the long-run level within which a measure counts as settled */
  readonly settled: readonly number[];
}

/**
 * The design of docs/calibration.md. The spans are ten years after half of the burn-in, ten years after the burn-in, which statistics
 * use by default, and ten years before the long run. The long run begins after twice the burn-in.
 */
export const STATIONARITY: StationarityDesign = {
  seeds: seedNames(20),
  every: 13,
  spans: [
    { after: 520, until: 1040 },
    { after: 1040, until: 1560 },
    { after: 1560, until: 2080 },
  ],
  longRun: { after: 2080, until: 2600 },
  tolerance: 0.02,
  settled: [0.02, 0.05],
};

/** Measures and the number of past ticks they cover: 0 for a state, 52 for a rate. */
// biome-ignore format: a table
const LOOK_BACK: Readonly<Record<string, number>> = {
  known_ties: 0, dormant_ties: 0, weak_ties: 0, layer_strong: 0, layer_middle: 0, layer_active: 0, cross_ties: 0, local_bridges: 0,
  strong_cross_share: 0, bridge_share: 0, weak_bridge_share: 0, mean_strength: 0, mean_overlap: 0, spearman_strength_overlap: 0,
  spearman_within: 0, closed_pairs_strong: 0, closed_pairs_weak: 0, closed_pairs_ratio: 0, clustering: 0,
  mean_trust_score: 0, mean_trust_share: 0, incoming_trust_score: 0, incoming_trust_share: 0, hidden_ties: 0,
  conversion_52: 52, conversion_156: 156, conversion_cross_156: 156, survival_weak: 52, survival_strong: 52, top_three: 4, silent_new_ties: 4,
  encounters: 52, promises_made: 52, promises_kept_share: 52, refused_share: 52, thanks_share: 52,
  gossip: 52, introductions: 52, declined: 52, ties_formed: 52, ties_forgotten: 52,
  news_offered: 52, news_used: 52, reach: 52, gini_reach: 52, payoff: 52,
};

/** Whether the interval of a difference is within the tolerance (`yes`), beyond it (`no`) or neither (`open`). */
export type Verdict = "yes" | "no" | "open";

/** A span compared with the long run, paired by seed. Levels are means over measured ticks and seeds. */
export interface Comparison {
  readonly level: number;
  /** as a share of the long-run level */
  readonly difference: number;
  /** half-width of the 95% interval of the difference, over seeds */
  readonly half: number;
  /** whether the level equals that of the long run, within the tolerance */
  readonly sameLevel: Verdict;
}

/** How one measure changes over time. */
export interface Drift {
  readonly measure: string;
  readonly longRun: number;
  /** in the order of the spans */
  readonly spans: readonly Comparison[];
  /** for each share: the first measured tick from which the mean over seeds and four measured ticks stays within it */
  readonly settledAt: readonly number[];
}

export async function stationarity(design: StationarityDesign, run: Runner): Promise<Drift[]> {
  const { seeds, every, longRun } = design;
  const measures = Object.keys(LOOK_BACK);
  const measuredAt = Array.from({ length: longRun.until / every }, (_, at) => (at + 1) * every);
  const bySeed = await run(seeds.map((seed) => ({ parameters: {}, seed, measuredAt, measures })));
  return measures.map((measure, column) =>
    driftOf(
      measure,
      bySeed.map((rows) => columnOf(rows, column)),
      design,
    ),
  );
}

function columnOf(rows: Rows, column: number): number[] {
  return rows.map((row) => itemAt(row, column));
}

/** @param series by seed, at each measured tick */
export function driftOf(measure: string, series: readonly (readonly number[])[], design: StationarityDesign): Drift {
  const { every, spans, longRun, tolerance, settled } = design;
  const levels = (span: Span) => series.map((values) => levelOf(values, span, every, LOOK_BACK[measure] ?? 0));
  const end = levels(longRun);
  const level = meanOf(end);
  return {
    measure,
    longRun: level,
    spans: spans.map((span) => compare(levels(span), end, tolerance)),
    settledAt: settled.map((share) => settledAt(columnMeans(series), level, share) * every),
  };
}

/** Mean over the measured ticks of a span whose covered past ticks are also within the span. */
function levelOf(values: readonly number[], { after, until }: Span, every: number, lookBack: number): number {
  const first = lookBack === 0 ? after + every : after + lookBack;
  return meanOf(values.slice(first / every - 1, until / every));
}

function compare(levels: readonly number[], end: readonly number[], tolerance: number): Comparison {
  const differences = levels.map((level, at) => level - itemAt(end, at));
  const scale = Math.abs(meanOf(end));
  const difference = meanOf(differences) / scale;
  const half = halfInterval95(differences) / scale;
  return { level: meanOf(levels), difference, half, sameLevel: verdictOf(difference, half, tolerance) };
}

export function verdictOf(difference: number, half: number, tolerance: number): Verdict {
  if (Math.abs(difference) + half <= tolerance) return "yes";
  return Math.abs(difference) - half > tolerance ? "no" : "open";
}

/** Number of measured ticks in a running mean. */
const RUNNING = 4;

/**
 * The number, from 1, of the first measured tick from which the running mean of four stays within a share of the level.
 *
 * @returns Infinity if even the last running mean is not within it
 */
export function settledAt(values: readonly number[], level: number, tolerance: number): number {
  let settled = Number.POSITIVE_INFINITY;
  for (let at = values.length; at >= RUNNING; at--) {
    const running = meanOf(values.slice(at - RUNNING, at));
    // Written so that NaN counts as not within.
    if (!(Math.abs(running - level) <= tolerance * Math.abs(level))) break;
    settled = at;
  }
  return settled;
}
