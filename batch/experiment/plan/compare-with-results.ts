import type { ExperimentRecord } from "../folder/experiment-record.ts";
import type { ExperimentResults } from "../folder/experiment-results.ts";
import type { EmptyFolder } from "../folder/open-results.ts";
import type { LoggedRuns } from "../log/experiment-log.ts";
import { designDifferences, recordDifferences } from "./compare-experiments.ts";
import type { PlannedExperiment } from "./plan-experiment.ts";

/**
 * Compares an experiment with the results that a folder already holds. Changes nothing.
 *
 * @param record of the experiment as it is now
 * @param logged its runs that are already finished
 * @returns why it cannot continue from these results; empty if it can
 */
export function continuationProblems(
  results: EmptyFolder | ExperimentResults,
  { plan }: PlannedExperiment,
  record: ExperimentRecord,
  logged: LoggedRuns,
): string[] {
  const { name } = results.folder;
  if (results.kind === "empty") return [];
  const before = results.record;
  const version = results.versionProblem();
  if (version !== undefined) return [version];
  if (record.shard === undefined && before.shard !== undefined)
    return [
      `${name} is shard ${before.shard} of an experiment: use --shard ${before.shard} with the folder around it, or choose another --out`,
    ];
  if (record.shard !== undefined && before.hash !== record.hash)
    return [
      `${name} is a shard of this experiment before its file changed, and a shard cannot change: merge the shards first and extend the merged experiment, or choose another --out`,
    ];
  const design = designDifferences(results.experiment, plan.experiment);
  const all = recordDifferences(before, record);
  // Finished runs continue if the experiment gets more ticks.
  const runs = results.experiment.ticks < plan.experiment.ticks ? all.filter((one) => !one.startsWith("ticks: ")) : all;
  if (design.length > 0) return refusals(name, [...runs, ...design]);
  if (logged.different === undefined) return [];
  const [first = "a parameter's default or a rule of this version", ...others] = runs.length > 0 ? runs : all;
  return refusals(name, [first, ...others]);
}

function refusals(folder: string, differences: readonly string[]): string[] {
  return differences.map(
    (difference) =>
      `${folder} already holds results of a different experiment: ${difference}. Use another --out, or undo the change`,
  );
}
