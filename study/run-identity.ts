import { hashText, seedKey } from "../sim/index.ts";
import type { DesignPoint, Experiment } from "./experiment.ts";

/*
 * The id and the seed of a run follow from its settings, never from its place in a list. Adding a level, an arm or a replicate
 * therefore leaves all other runs unchanged.
 */

/**
 * The seed of a replicate. All design points and arms share it, so that two runs of a replicate differ only by the consequences of
 * their settings (common random numbers).
 *
 * @param replicate from 1
 */
export function runSeed({ seed, seeds }: Pick<Experiment, "seed" | "seeds">, replicate: number): string {
  return seeds?.[replicate - 1] ?? `${seed}-${replicate}`;
}

/**
 * The id of a run: 16 hexadecimal digits, a hash of design point, arm and replicate. The order of the factors has no effect.
 *
 * @param replicate from 1
 */
export function runId(point: DesignPoint, arm: string, replicate: number): string {
  return hashText(JSON.stringify([sortedEntries(point), arm, replicate]));
}

/** The id of a design point: 16 hexadecimal digits. The order of the factors has no effect. */
export function pointId(point: DesignPoint): string {
  return hashText(JSON.stringify(sortedEntries(point)));
}

/** The key of the draws behind the interval of an outcome at a point and arm. It is equal wherever the interval is computed. */
export function intervalKey(seed: string, outcome: string, point: DesignPoint, arm: string): Int32Array {
  return seedKey(`${seed}/interval/${outcome}/${arm}/${pointId(point)}`);
}

function sortedEntries(point: DesignPoint): [string, unknown][] {
  return Object.entries(point).sort(([a], [b]) => (a < b ? -1 : 1));
}
