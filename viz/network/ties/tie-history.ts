import type { Graph } from "../layout/layout-messages.ts";
import type { Stroke } from "./drawn-ties.ts";
import type { Filter } from "./filters.ts";

/** What the pictures before have shown: from it follow which ties are new, which appear and which disappear. */
export interface TieHistory {
  run: number;
  tick: number;
  /** the ties of the last graph, sorted by lower, then by upper agent */
  lower: Uint32Array;
  upper: Uint32Array;
  /** by tie: the tick at which it was first seen, 0 if it was there in the first picture of the run */
  firstSeen: Int32Array;
  /** by tie: its strength, averaged over the last year with more weight on what is recent */
  average: Float32Array;
  /** how ties were drawn last, by `pairNumber` */
  drawn: Map<number, { readonly stroke: Stroke; readonly trust: number; readonly strength: number }>;
  /** the ties that the filter chose last, and since which tick it has, by `pairNumber` */
  chosen: Map<number, number>;
  /** the filter that chose them */
  filter: Filter | undefined;
  /** how many more ties may come or go */
  credit: number;
  /** whether ties between circles were summed */
  areSummed: boolean;
}

export function createTieHistory(): TieHistory {
  return {
    run: 0,
    tick: 0,
    average: new Float32Array(0),
    lower: new Uint32Array(0),
    upper: new Uint32Array(0),
    firstSeen: new Int32Array(0),
    drawn: new Map(),
    chosen: new Map(),
    filter: undefined,
    credit: 0,
    areSummed: false,
  };
}

/** Ticks over which strength is averaged: a single encounter then changes little. */
const AVERAGED = 52;

/**
 * Remembers when each tie was first seen and how strong it was of late, by walking the ties before and the ties now side by side.
 */
export function noteTies(
  history: TieHistory,
  { run, tick, lower, upper, strength }: Pick<Graph, "run" | "tick" | "lower" | "upper" | "strength">,
): void {
  const firstSeen = new Int32Array(lower.length);
  const average = strength.slice();
  const weight = 1 - Math.exp(-(tick - history.tick) / AVERAGED);
  if (run !== history.run) {
    history.drawn.clear();
    history.chosen.clear();
  } else {
    const { lower: lowerBefore, upper: upperBefore } = history;
    let before = 0;
    for (let tie = 0; tie < lower.length; tie++) {
      const one = lower[tie] as number;
      const other = upper[tie] as number;
      while (before < lowerBefore.length && isEarlier(lowerBefore[before] as number, upperBefore[before] as number, one, other))
        before++;
      const wasSeen = lowerBefore[before] === one && upperBefore[before] === other;
      firstSeen[tie] = wasSeen ? (history.firstSeen[before] as number) : tick;
      if (!wasSeen) continue;
      const averageBefore = history.average[before] as number;
      average[tie] = averageBefore + weight * ((strength[tie] as number) - averageBefore);
    }
  }
  Object.assign(history, { run, tick, lower, upper, firstSeen, average });
}

function isEarlier(lower: number, upper: number, thanLower: number, thanUpper: number): boolean {
  return lower < thanLower || (lower === thanLower && upper < thanUpper);
}

/** More than any agent's number, and small enough for a pair to be an exact number. */
const PAIRS = 2 ** 20;

/** One number for a pair of agents. */
export function pairNumber(lower: number, upper: number): number {
  return lower * PAIRS + upper;
}

export function pairOf(number: number): readonly [lower: number, upper: number] {
  return [Math.floor(number / PAIRS), number % PAIRS];
}
