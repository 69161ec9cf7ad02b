import { type Shard, workOrder } from "../../../study/plan.ts";
import { DONE, FAILED, type RunIndex } from "./run-index.ts";

/** Runs by how far they are. */
export interface RunCounts {
  readonly planned: number;
  /** finished, including those that failed */
  readonly done: number;
  readonly failed: number;
}

/**
 * Counts the runs of a shard, or of the whole experiment.
 *
 * @param replicates of each combination, how many to count
 */
export function countRuns({ plan, state }: RunIndex, shard: Shard | undefined, replicates: number): RunCounts {
  const counts = { planned: 0, done: 0, failed: 0 };
  for (const number of workOrder(plan, shard)) {
    if (number % plan.experiment.replicates >= replicates) continue;
    counts.planned++;
    if (state[number] === DONE || state[number] === FAILED) counts.done++;
    if (state[number] === FAILED) counts.failed++;
  }
  return counts;
}
