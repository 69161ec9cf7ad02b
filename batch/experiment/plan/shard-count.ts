import { formatNumber } from "../../../sim/index.ts";
import { createPlan, type Plan, type Shard } from "../../../study/plan.ts";
import { countThings } from "../../text/amounts.ts";
import type { ExperimentResults } from "../folder/experiment-results.ts";

/** Why an experiment cannot be split into this many shards; undefined if it can. Beyond one shard for each run, shards are empty. */
export function shardCountProblem(shards: number, { runs }: Pick<Plan, "runs">): string | undefined {
  if (shards <= runs) return undefined;
  return `the experiment has ${countThings(runs, "run")}, so it can have at most ${countThings(runs, "shard")}, got ${formatNumber(shards)}`;
}

/** Finds the plan of results. All shards of an experiment share one, because a large plan takes a while. */
export type FindPlan = (results: ExperimentResults) => Plan;

export function createPlanFinder(): FindPlan {
  const plans = new Map<string, Plan>();
  return ({ record: { hash }, experiment }) => {
    const plan = plans.get(hash) ?? createPlan(experiment);
    plans.set(hash, plan);
    return plan;
  };
}

/** Names the shards whose experiment has fewer runs than they have siblings. */
export function excessShards(
  shards: readonly { readonly shard: Shard; readonly results: ExperimentResults }[],
  findPlan: FindPlan,
): string[] {
  return shards.flatMap(({ shard, results }) => {
    const problem = shardCountProblem(shard.of, findPlan(results));
    return problem === undefined ? [] : [`${results.folder.name}: ${problem}`];
  });
}
