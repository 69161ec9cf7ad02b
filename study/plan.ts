import { designPoints } from "./designs/design-points.ts";
import type { Arm, DesignPoint, Experiment } from "./experiment.ts";
import { itemAt } from "./item-at.ts";
import { runId, runSeed } from "./run-identity.ts";

/**
 * The runs of an experiment. Each has a number in design order: by point, then arm, then replicate. A point with an arm is a
 * combination. Its number is the number of the point times the number of arms, plus the number of the arm.
 */
export interface Plan {
  readonly experiment: Experiment;
  /** distinct, in design order */
  readonly points: readonly DesignPoint[];
  /** for each row of the design, the number of its point: Morris and Saltelli designs can visit a point twice */
  readonly rows: Int32Array;
  readonly combinations: number;
  readonly runs: number;
}

/** One run of a plan. */
export interface PlannedReplicate {
  readonly id: string;
  readonly point: DesignPoint;
  readonly arm: Arm;
  /** from 1 */
  readonly replicate: number;
  readonly seed: string;
}

export function createPlan(experiment: Experiment): Plan {
  const { points, rows } = designPoints(experiment);
  const combinations = points.length * experiment.arms.length;
  return { experiment, points, rows, combinations, runs: combinations * experiment.replicates };
}

/** @param number number of the run in design order, 0 to runs − 1 */
export function runAt({ experiment, points }: Plan, number: number): PlannedReplicate {
  const { arms, replicates } = experiment;
  const combination = Math.floor(number / replicates);
  const point = itemAt(points, Math.floor(combination / arms.length));
  const arm = itemAt(arms, combination % arms.length);
  const replicate = (number % replicates) + 1;
  return { id: runId(point, arm.name, replicate), point, arm, replicate, seed: runSeed(experiment, replicate) };
}

/**
 * The part of a plan that one of several independent machines runs. It is fixed in advance: every n-th combination of each replicate,
 * shifted by one for each replicate, so that each combination is spread over all shards. In an experiment with a burn-in, which the
 * runs of a replicate share, a shard gets every n-th replicate, or a part of one if there are more shards than replicates.
 */
export interface Shard {
  /** 1 to `of` */
  readonly number: number;
  readonly of: number;
}

/**
 * The runs in the order in which they are started: replicate by replicate, so that the runs finished at any time are a balanced
 * sample.
 *
 * @param shard undefined for all runs
 * @returns numbers in design order
 */
export function* workOrder({ experiment, combinations }: Plan, shard?: Shard): Generator<number> {
  const { replicates } = experiment;
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let combination = 0; combination < combinations; combination++) {
      if (shard !== undefined && !isInShard(experiment, shard, combination, replicate)) continue;
      yield combination * replicates + replicate;
    }
  }
}

/** @param replicate from 0 */
function isInShard({ settled, replicates }: Experiment, { number, of }: Shard, combination: number, replicate: number): boolean {
  const own = number - 1;
  if (settled === undefined) return (combination + replicate) % of === own;
  if (of <= replicates) return replicate % of === own;
  const sharing = Math.floor((of - 1 - replicate) / replicates) + 1;
  return own % replicates === replicate && combination % sharing === Math.floor(own / replicates);
}
