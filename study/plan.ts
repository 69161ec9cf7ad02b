import { designPoints } from "./designs/design-points.ts";
import type { Arm, DesignPoint, Experiment } from "./experiment.ts";
import { runId, runSeed } from "./run-identity.ts";

/**
 * The runs of an experiment. Each has a number in design order: by point, then arm, then replicate. A point with an arm is a
 * combination; its number is that of the point times the arms, plus that of the arm.
 */
export interface Plan {
  readonly experiment: Experiment;
  /** distinct, in design order */
  readonly points: readonly DesignPoint[];
  /** by row of the design, the point it is: designs for screening may visit a point twice */
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

/** @param number of the run, 0 to runs − 1, in design order */
export function runAt({ experiment, points }: Plan, number: number): PlannedReplicate {
  const { arms, replicates, seed } = experiment;
  const combination = Math.floor(number / replicates);
  const point = points[Math.floor(combination / arms.length)];
  const arm = arms[combination % arms.length];
  const replicate = (number % replicates) + 1;
  return { id: runId(point, arm.name, replicate), point, arm, replicate, seed: runSeed(seed, replicate) };
}

/**
 * Part of a plan for one of several machines that know nothing of each other. What a shard does is fixed beforehand: of each
 * replicate it has every n-th combination, beginning one further with each, so that no shard has one combination alone.
 */
export interface Shard {
  /** 1 to `of` */
  readonly number: number;
  readonly of: number;
}

/**
 * The runs in the order in which they are worked on: replicate by replicate, so that whatever is done after some time is a
 * balanced sample.
 *
 * @param shard undefined: all runs
 * @returns numbers in design order
 */
export function* workOrder({ experiment, combinations }: Plan, shard?: Shard): Generator<number> {
  const { replicates } = experiment;
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let combination = 0; combination < combinations; combination++) {
      if (shard !== undefined && (combination + replicate) % shard.of !== shard.number - 1) continue;
      yield combination * replicates + replicate;
    }
  }
}
