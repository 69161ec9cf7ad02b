import { sampleCorrelation } from "simple-statistics";
import { draw, seedKey } from "../sim/index.ts";
import { itemAt } from "../study/item-at.ts";

/** An active tie within a circle, with a defined overlap. */
export interface TieInCircle {
  readonly circle: string | number;
  readonly strength: number;
  readonly overlap: number;
}

/** A correlation, and what is left of it by chance. */
export interface Shuffled {
  /** Spearman's correlation of strength and overlap */
  readonly correlation: number;
  /** the highest correlation after a shuffle */
  readonly highest: number;
}

/**
 * Permutes the strengths of the ties of each circle and correlates them with overlap again. Circles keep their own strengths and
 * overlaps, so what a shuffle leaves of the correlation comes from differences between circles.
 *
 * @param shuffles 1 or more
 * @param seed text from which the permutations are drawn
 */
export function shuffleWithinCircles(ties: readonly TieInCircle[], shuffles: number, seed: string): Shuffled {
  const strength = averageRanks(ties.map((tie) => tie.strength));
  const overlap = averageRanks(ties.map((tie) => tie.overlap));
  const circles = placesByCircle(ties);
  const correlation = sampleCorrelation(strength, overlap);
  const key = seedKey(`${seed}/shuffles`);
  let drawn = 0;
  const next = (below: number) => Math.floor(draw(itemAt(key, 0), itemAt(key, 1), drawn++) * below);
  let highest = Number.NEGATIVE_INFINITY;
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    for (const places of circles) permute(strength, places, next);
    highest = Math.max(highest, sampleCorrelation(strength, overlap));
  }
  return { correlation, highest };
}

/**
 * Permutes the values at some places, all permutations being equally likely.
 *
 * @see Fisher and Yates 1938, as in Knuth 1997, The Art of Computer Programming 2, algorithm P
 */
function permute(values: number[], places: readonly number[], next: (below: number) => number): void {
  for (let last = places.length - 1; last > 0; last--) {
    const one = itemAt(places, last);
    const other = itemAt(places, next(last + 1));
    const kept = itemAt(values, one);
    values[one] = itemAt(values, other);
    values[other] = kept;
  }
}

function placesByCircle(ties: readonly TieInCircle[]): number[][] {
  const places = new Map<string | number, number[]>();
  for (const [at, { circle }] of ties.entries()) {
    const ofCircle = places.get(circle);
    if (ofCircle === undefined) places.set(circle, [at]);
    else ofCircle.push(at);
  }
  return [...places.values()];
}

/** Ranks from 1. Equal values share the mean of their ranks. */
function averageRanks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => itemAt(values, a) - itemAt(values, b));
  const ranks = new Array<number>(values.length);
  for (let begin = 0, end = 0; begin < order.length; begin = end) {
    const value = itemAt(values, itemAt(order, begin));
    while (end < order.length && itemAt(values, itemAt(order, end)) === value) end++;
    for (let at = begin; at < end; at++) ranks[itemAt(order, at)] = (begin + 1 + end) / 2;
  }
  return ranks;
}
