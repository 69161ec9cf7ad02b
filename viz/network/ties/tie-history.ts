import type { Graph } from "../layout/layout-messages.ts";
import type { Stroke } from "./drawn-ties.ts";

/** What the pictures before have shown: from it follow which ties are new, which appear and which disappear. */
export interface TieHistory {
  run: number;
  /** the ties of the last graph, sorted by lower, then by upper agent */
  lower: Uint32Array;
  upper: Uint32Array;
  /** by tie: the tick at which it was first seen, 0 if it was there in the first picture of the run */
  firstSeen: Int32Array;
  /** the strokes that were drawn last, by `pairNumber` */
  drawn: Map<number, Stroke>;
}

export function createTieHistory(): TieHistory {
  return { run: 0, lower: new Uint32Array(0), upper: new Uint32Array(0), firstSeen: new Int32Array(0), drawn: new Map() };
}

/** Remembers when each tie was first seen, by walking the ties before and the ties now side by side. */
export function noteFirstSeen(
  history: TieHistory,
  { run, tick, lower, upper }: Pick<Graph, "run" | "tick" | "lower" | "upper">,
): void {
  const firstSeen = new Int32Array(lower.length);
  if (run !== history.run) history.drawn.clear();
  else {
    const { lower: lowerBefore, upper: upperBefore } = history;
    let before = 0;
    for (let tie = 0; tie < lower.length; tie++) {
      const one = lower[tie] as number;
      const other = upper[tie] as number;
      while (before < lowerBefore.length && isEarlier(lowerBefore[before] as number, upperBefore[before] as number, one, other))
        before++;
      const wasSeen = lowerBefore[before] === one && upperBefore[before] === other;
      firstSeen[tie] = wasSeen ? (history.firstSeen[before] as number) : tick;
    }
  }
  Object.assign(history, { run, lower, upper, firstSeen });
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
