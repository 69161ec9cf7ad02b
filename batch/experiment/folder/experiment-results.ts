import { join } from "node:path";
import { completeExperiment } from "../../../formats/experiment/complete-experiment.ts";
import type { ExperimentFile } from "../../../formats/experiment/experiment-file.ts";
import { readExperimentData } from "../../../formats/experiment/read-experiment.ts";
import { InputError, VERSION } from "../../../sim/index.ts";
import type { Experiment } from "../../../study/experiment.ts";
import { createPlan, type Plan, type Shard } from "../../../study/plan.ts";
import { ExperimentLog, type LoggedRuns } from "../log/experiment-log.ts";
import type { ExperimentFolder } from "./experiment-folder.ts";
import { type ExperimentRecord, RECORD } from "./experiment-record.ts";
import { parseShard } from "./shard-folders.ts";

/** The results in a folder: the record of the experiment, and the log of its runs. */
export class ExperimentResults {
  readonly kind = "experiment";
  readonly folder: ExperimentFolder;
  readonly record: ExperimentRecord;
  readonly log: ExperimentLog;
  /** the shard whose results these are, whatever the folder's name; undefined for the whole experiment */
  readonly shard: Shard | undefined;
  /** tells whether another process has replaced the record since it was read */
  readonly stamp: string;
  #file: ExperimentFile | undefined;
  #experiment: Experiment | undefined;

  constructor(folder: ExperimentFolder, record: ExperimentRecord, stamp: string) {
    this.folder = folder;
    this.record = record;
    this.stamp = stamp;
    this.log = new ExperimentLog(folder.path);
    this.shard = record.shard === undefined ? undefined : parseShard(record.shard);
  }

  /**
   * The record in the form of an experiment file.
   *
   * @throws InputError if someone has edited the record and it is no longer valid
   */
  get file(): ExperimentFile {
    this.#file ??= readExperimentData(this.record, join(this.folder.name, RECORD));
    return this.#file;
  }

  /** @throws InputError as `file` does */
  get experiment(): Experiment {
    this.#experiment ??= completeExperiment(this.file, {
      scenarioName: this.file.scenario ?? "default",
      config: { parameters: {} },
    }).experiment;
    return this.#experiment;
  }

  /**
   * Reads which runs are finished.
   *
   * @param plan of this experiment, if it is known already: a large plan takes a while
   */
  readRuns(plan: Plan = createPlan(this.experiment)): LoggedRuns {
    return this.log.readRuns(plan, { untilPrecision: this.record.until_precision });
  }

  /** @throws InputError if another version made the results, because its rules may differ */
  checkVersion(): void {
    const problem = this.versionProblem();
    if (problem !== undefined) throw new InputError([problem]);
  }

  versionProblem(): string | undefined {
    const { version } = this.record;
    if (version === VERSION) return undefined;
    return `${this.folder.name} was made by weakties ${version}, but this is ${VERSION}: continue with version ${version}`;
  }
}
