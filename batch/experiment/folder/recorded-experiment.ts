import { join } from "node:path";
import { completeExperiment } from "../../../formats/experiment/complete-experiment.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { InputError, VERSION } from "../../../sim/index.ts";
import type { Experiment } from "../../../study/experiment.ts";
import { outcomeText } from "../../../study/outcomes.ts";
import type { Plan } from "../../../study/plan.ts";
import { createPrecisionRule, type PrecisionRule } from "../../../study/precision.ts";
import { InputReader } from "../../input/input-reader.ts";
import { readBase } from "../../input/read-base.ts";
import type { LogEntry } from "../log/log-entry.ts";
import { DONE, FAILED, type RunIndex } from "../log/run-index.ts";
import { type ExperimentFolder, isExperiment, RECORD } from "./experiment-folder.ts";
import { type ExperimentRecord, readRecordOf } from "./experiment-record.ts";

/** An experiment as its folder has it. */
export interface RecordedExperiment {
  readonly record: ExperimentRecord;
  readonly experiment: Experiment;
  /** what `--until-precision` was, where it was given */
  readonly untilPrecision?: number;
}

/**
 * The experiment whose results a folder holds.
 *
 * @param flag what named the folder, for the messages
 * @throws InputError where it holds none
 */
export function readRecordedExperiment(folder: ExperimentFolder, flag = ""): RecordedExperiment {
  const place = flag === "" ? folder.name : `${flag}: ${folder.name}`;
  const record = isExperiment(folder.path) ? readRecordOf(folder) : undefined;
  if (record === undefined) throw new InputError([`${place} must be the folder of an experiment, with its ${RECORD}`]);
  const reader = new InputReader();
  const file = join(folder.name, RECORD);
  const read = readExperiment(JSON.stringify(record), file);
  const base = readBase({ scenario: read.scenario, config: undefined }, reader);
  const { until_precision: until } = record;
  return {
    record,
    experiment: completeExperiment(read, base).experiment,
    untilPrecision: typeof until === "number" ? until : undefined,
  };
}

/** @throws InputError where another version of the program made the results: its rules may be other ones */
export function checkVersion({ record }: RecordedExperiment, folder: ExperimentFolder): void {
  if (record.version === VERSION) return;
  throw new InputError([
    `${folder.name} was made by version ${record.version} of weakties, and this is ${VERSION}: go on with that one`,
  ]);
}

/** Watches what `--until-precision` asks; undefined where it does not. */
export function precisionOf(plan: Plan, share: number | undefined): PrecisionRule | undefined {
  return share === undefined ? undefined : createPrecisionRule(plan, share);
}

/** Tells the rule of an entry, as far as its run is over. */
export function tellRule(rule: PrecisionRule | undefined, { plan, state }: RunIndex, number: number, { values }: LogEntry): void {
  if (state[number] !== DONE && state[number] !== FAILED) return;
  rule?.add(
    number,
    plan.experiment.outcomes.map((outcome) => values?.[outcomeText(outcome)] ?? Number.NaN),
  );
}
