import { seedNames } from "./calibration.ts";
import { MEAN_EVIDENCE, type Rows, type Runner } from "./measured-run.ts";
import { halfInterval95, mean } from "./statistics.ts";

/** Ticks from the one after `after` to `until`. */
export interface Span {
  readonly after: number;
  readonly until: number;
}

/** What is looked at, and how. */
export interface StationarityDesign {
  readonly seeds: readonly string[];
  /** ticks between two measurements; every span begins and ends at a multiple of it */
  readonly every: number;
  /** each is compared with the long run */
  readonly spans: readonly Span[];
  /** at the end of the run */
  readonly longRun: Span;
  /** a difference of less than this share of the long-run level does not matter */
  readonly tolerance: number;
  /** shares of the long-run level within which a measure may be said to have settled */
  readonly settled: readonly number[];
}

/**
 * The design of docs/calibration.md: what statistics count by default, what they would count after a burn-in of twice the
 * length, and what comes before the long run, which tells whether that is level itself.
 */
export const STATIONARITY: StationarityDesign = {
  seeds: seedNames(20),
  every: 13,
  spans: [
    { after: 260, until: 520 },
    { after: 520, until: 780 },
    { after: 1040, until: 1560 },
  ],
  longRun: { after: 1560, until: 2080 },
  tolerance: 0.02,
  settled: [0.02, 0.05],
};

/** Measures and the ticks they look back on: a state is that of its tick, rates cover a year. */
// biome-ignore format: a table
const LOOK_BACK: Readonly<Record<string, number>> = {
  known_ties: 0, dormant_ties: 0, weak_ties: 0, layer_strong: 0, layer_middle: 0, layer_active: 0, cross_ties: 0, local_bridges: 0,
  mean_strength: 0, mean_overlap: 0, spearman_strength_overlap: 0, clustering: 0,
  mean_trust_score: 0, mean_trust_share: 0, incoming_trust_score: 0, incoming_trust_share: 0, hidden_ties: 0, [MEAN_EVIDENCE]: 0,
  conversion_52: 52, conversion_156: 156, encounters: 52, promises_made: 52, promises_kept_share: 52, refused_share: 52, thanks_share: 52,
  gossip: 52, introductions: 52, declined: 52, ties_formed: 52, ties_forgotten: 52,
  news_offered: 52, news_used: 52, reach: 52, gini_reach: 52, payoff: 52,
};

/** `yes`: the interval of a difference lies within the tolerance. `no`: it lies beyond it. `open`: neither can be said. */
export type Verdict = "yes" | "no" | "open";

/** A span against the long run, in the same seeds. Levels are means over measured ticks and over seeds. */
export interface Comparison {
  readonly level: number;
  /** as a share of the long-run level */
  readonly difference: number;
  /** half the width of its 95 % interval over seeds */
  readonly half: number;
  /** whether the level is that of the long run */
  readonly sameLevel: Verdict;
}

/** How one measure goes on. */
export interface Drift {
  readonly measure: string;
  readonly longRun: number;
  /** in the order of the spans */
  readonly spans: readonly Comparison[];
  /** for each share: the first measured tick from which on the mean over seeds and four measured ticks stays within it */
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
  return rows.map((row) => row[column]);
}

/** @param series by seed, at each measured tick */
export function driftOf(measure: string, series: readonly (readonly number[])[], design: StationarityDesign): Drift {
  const { every, spans, longRun, tolerance, settled } = design;
  const levels = (span: Span) => series.map((values) => levelOf(values, span, every, LOOK_BACK[measure] ?? 0));
  const end = levels(longRun);
  const level = mean(end);
  return {
    measure,
    longRun: level,
    spans: spans.map((span) => compare(levels(span), end, tolerance)),
    settledAt: settled.map((share) => settledAt(overSeeds(series), level, share) * every),
  };
}

/** Mean over the measured ticks of a span whose look back lies within it. */
function levelOf(values: readonly number[], { after, until }: Span, every: number, lookBack: number): number {
  const first = lookBack === 0 ? after + every : after + lookBack;
  return mean(values.slice(first / every - 1, until / every));
}

function compare(levels: readonly number[], end: readonly number[], tolerance: number): Comparison {
  const differences = levels.map((level, at) => level - end[at]);
  const scale = Math.abs(mean(end));
  const difference = mean(differences) / scale;
  const half = halfInterval95(differences) / scale;
  return { level: mean(levels), difference, half, sameLevel: verdictOf(difference, half, tolerance) };
}

export function verdictOf(difference: number, half: number, tolerance: number): Verdict {
  if (Math.abs(difference) + half <= tolerance) return "yes";
  return Math.abs(difference) - half > tolerance ? "no" : "open";
}

function overSeeds(series: readonly (readonly number[])[]): number[] {
  return series[0].map((_, at) => mean(series.map((values) => values[at])));
}

/** Measured ticks of a running mean. */
const RUNNING = 4;

/**
 * The first of the measured ticks, counted from 1, from which on the running mean of four stays within a share of the level.
 *
 * @returns Infinity where it does not even at the end
 */
export function settledAt(values: readonly number[], level: number, tolerance: number): number {
  let settled = Number.POSITIVE_INFINITY;
  for (let at = values.length; at >= RUNNING; at--) {
    const running = mean(values.slice(at - RUNNING, at));
    // Written so that a running mean that is not defined is not within.
    if (!(Math.abs(running - level) <= tolerance * Math.abs(level))) break;
    settled = at;
  }
  return settled;
}
