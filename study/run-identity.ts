import { hashText, seedKey } from "../sim/index.ts";
import type { DesignPoint } from "./experiment.ts";

/**
 * What a run is called and what fixes its draws follow from what it is, never from its place in a list: so a value, an arm or a
 * replicate that is added leaves all others as they were.
 */

/**
 * The seed of a replicate. All design points and arms share it, so that two runs of one replicate differ by the consequences of
 * their settings alone (common random numbers).
 *
 * @param seed of the experiment
 * @param replicate from 1
 */
export function runSeed(seed: string, replicate: number): string {
  return `${seed}-${replicate}`;
}

/**
 * The id of a run: 16 hexadecimal digits, a hash over design point, arm and replicate. The order of the factors plays no part.
 *
 * @param replicate from 1
 */
export function runId(point: DesignPoint, arm: string, replicate: number): string {
  return hashText(JSON.stringify([sortedEntries(point), arm, replicate]));
}

/** The same of a design point alone. */
export function pointId(point: DesignPoint): string {
  return hashText(JSON.stringify(sortedEntries(point)));
}

/** The key of the draws behind an interval of an outcome at a point and arm: the same wherever the interval is worked out. */
export function intervalKey(seed: string, outcome: string, point: DesignPoint, arm: string): Int32Array {
  return seedKey(`${seed}/interval/${outcome}/${arm}/${pointId(point)}`);
}

function sortedEntries(point: DesignPoint): [string, unknown][] {
  return Object.entries(point).sort(([a], [b]) => (a < b ? -1 : 1));
}
