import { InputError } from "../../../sim/index.ts";
import type { Shard } from "../../../study/plan.ts";
import type { PrecisionTarget } from "../../../study/precision.ts";
import { clearAsides } from "../../files/replace-file.ts";
import { type Maker, otherBuildNotice, thisMaker, uniteMakers } from "../../run/makers.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import { composeRecord, type ExperimentRecord, writeRecord } from "../folder/experiment-record.ts";
import type { ExperimentResults } from "../folder/experiment-results.ts";
import type { EmptyFolder } from "../folder/open-results.ts";
import { ExperimentLog, type LoggedRuns } from "../log/experiment-log.ts";
import { MISSING } from "../log/run-index.ts";
import { continuationProblems } from "../plan/compare-with-results.ts";
import type { PlannedExperiment } from "../plan/plan-experiment.ts";
import { type Again, runsToDo } from "./runs-to-do.ts";

/** What the user asks for in addition to the experiment file. */
export interface WorkOptions {
  /** runs at the same time, 1 or more */
  readonly jobs: number;
  readonly shard?: Shard | undefined;
  /** stop when intervals are this narrow */
  readonly untilPrecision?: PrecisionTarget | undefined;
  /** only these runs, whether they failed or not; `failed`: those that failed */
  readonly again?: Again;
  /** whether finished runs keep checkpoints, from which they continue if the experiment gets more ticks */
  readonly checkpoints?: boolean;
}

/** An experiment whose folder is ready for more runs. */
export interface BegunExperiment {
  readonly planned: PlannedExperiment;
  readonly folder: ExperimentFolder;
  readonly record: ExperimentRecord;
  readonly log: ExperimentLog;
  /** the runs that were finished before */
  readonly logged: LoggedRuns;
  /** what a person should know before more runs are added */
  readonly notice: string | undefined;
}

/**
 * Prepares a locked folder for an experiment: reads which runs are finished, removes the remains of killed processes, and writes the
 * record if it has changed.
 *
 * @throws InputError if the folder's finished runs would mean something else in this experiment; nothing has changed then
 */
export function beginExperiment(
  planned: PlannedExperiment,
  results: EmptyFolder | ExperimentResults,
  options: Pick<WorkOptions, "shard" | "untilPrecision">,
): BegunExperiment {
  const begun = lookAtResults(planned, results, options);
  const { folder, record } = begun;
  clearAsides(folder.path);
  // A disk can be full, so the record is written only if necessary.
  if (results.kind === "empty" || JSON.stringify(results.record) !== JSON.stringify(record)) writeRecord(folder, record);
  return begun;
}

/**
 * Finds out how an experiment would begin in a folder. Changes nothing.
 *
 * @throws InputError as `beginExperiment` does
 */
export function lookAtResults(
  planned: PlannedExperiment,
  results: EmptyFolder | ExperimentResults,
  { shard, untilPrecision }: Pick<WorkOptions, "shard" | "untilPrecision">,
): BegunExperiment {
  const { folder } = results;
  const { plan, meaningsAt, network, agents, found } = planned;
  const log = new ExperimentLog(folder.path);
  const logged = log.readRuns(plan, { meaningsAt, untilPrecision });
  const own = thisMaker();
  const before = makersBefore(results, logged);
  const makers = hasWork(logged, shard) ? uniteMakers([...before, own]) : results.kind === "empty" ? [own] : results.record.made_by;
  const record = composeRecord(plan.experiment, { network, agents, found, shard, untilPrecision, makers }, folder);
  const problems = continuationProblems(results, planned, record, logged);
  if (problems.length > 0) throw new InputError(problems);
  const notice = hasWork(logged, shard) ? otherBuildNotice(folder.name, before, own) : undefined;
  return { planned, folder, record, log, logged, notice };
}

/** What made the runs that a folder holds. */
function makersBefore(results: EmptyFolder | ExperimentResults, { index, shorter }: LoggedRuns): readonly Maker[] {
  const hasRuns = shorter > 0 || index.state.some((state) => state !== MISSING);
  if (results.kind === "empty" || !hasRuns) return [];
  return results.record.made_by ?? [{}];
}

/** Whether a run of this experiment or shard is left. */
function hasWork({ index }: LoggedRuns, shard: Shard | undefined): boolean {
  return runsToDo(index, shard).next().done !== true;
}
