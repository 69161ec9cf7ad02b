import { availableParallelism } from "node:os";
import { formatNumber } from "../../../sim/index.ts";
import { milliseconds } from "../../process/milliseconds.ts";
import { printMessage } from "../../process/standard-error.ts";
import { standardOutput } from "../../process/standard-output.ts";
import type { ExperimentResults } from "../folder/experiment-results.ts";
import type { EmptyFolder } from "../folder/open-results.ts";
import type { PlannedExperiment } from "../plan/plan-experiment.ts";
import { lookAtResults } from "../work/begin-experiment.ts";
import type { ExperimentFlags } from "../work/experiment-flags.ts";
import { countLeft, estimate, plannedTables } from "./estimate.ts";
import { estimateText, planText } from "./plan-text.ts";
import { timeRun } from "./time-run.ts";

/**
 * Prints what an experiment would do, and an estimate from one run. Writes no file.
 *
 * @throws InputError if the folder's finished runs would mean something else in this experiment
 */
export async function printPlan(
  planned: PlannedExperiment,
  results: EmptyFolder | ExperimentResults,
  flags: ExperimentFlags,
): Promise<void> {
  const begun = lookAtResults(planned, results, flags);
  if (begun.notice !== undefined) printMessage(`${begun.notice}\n`);
  const left = countLeft(begun, flags);
  const tables = plannedTables(planned.plan, flags.shard);
  await standardOutput.write(`${planText(begun, tables, left, flags)}\n\n`);
  if (left.runs === 0) return standardOutput.write("No run is left to make, so no run was timed. Nothing was written.\n");
  const run = timeRun(planned, flags.checkpoints, milliseconds);
  const machine = { ...flags, cores: availableParallelism() };
  await standardOutput.write(`${estimateText(run, estimate(begun, left, run, machine), left, machine)}\n`);
  const { runLimit } = planned.experiment;
  if (run.seconds > runLimit)
    await standardOutput.write(
      `The run took longer than its limit of ${formatNumber(runLimit)} s, so it would fail: raise run_limit.\n`,
    );
}
