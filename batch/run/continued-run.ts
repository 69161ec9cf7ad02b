import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ReadInterventions } from "../../formats/list-interventions.ts";
import {
  formatNumber,
  formatValue,
  InputError,
  LOOK_BACK,
  plainParameters,
  type Run,
  type RunSetup,
  restore,
  tickOf,
  VERSION,
} from "../../sim/index.ts";
import { plainReason } from "../files/plain-reason.ts";
import type { InputReader } from "../input/input-reader.ts";
import { CHECKPOINT_FILE } from "./run-file-names.ts";
import type { RunFlags } from "./run-flags.ts";

/** A finished run that another run continues. Its folder is only read. */
export interface ContinuedRun {
  /** as the user typed it */
  readonly folder: string;
  readonly recordFile: string;
  /** where it ended */
  readonly tick: number;
  /** its state there */
  readonly stateHash: string;
  /** the state some ticks before its end; undefined if the folder holds none, and then the run is replayed from its start */
  readonly checkpoint: Run | undefined;
}

/** Flags that a recorded run has decided. */
const decided = ["scenario", "config", "link", "seed", "settle", "network", "agents"] as const;

/** @returns undefined if there is no such run; the reader has the problems */
export function readContinuedRun(flags: RunFlags, folder: string, reader: InputReader): ContinuedRun | undefined {
  for (const flag of decided)
    if (flags[flag] !== undefined)
      reader.problems.push(`--${flag} cannot be combined with --from: the run in ${folder} has its own; leave --${flag} out`);
  const recordFile = join(folder, "run.json");
  const record = reader.try(() => readRecord(folder, recordFile));
  if (record === undefined) return undefined;
  const { ticks: tick } = record;
  const end = formatNumber(tick);
  if (flags.ticks === undefined)
    reader.problems.push(`--from needs --ticks, the new end: the run in ${folder} ended at tick ${end}`);
  else if (flags.ticks <= tick)
    reader.problems.push(`--ticks must be after tick ${end}, where the run in ${folder} ended, got ${formatNumber(flags.ticks)}`);
  const checkpoint = reader.try(() => readCheckpoint(folder));
  return { folder, recordFile, tick, stateHash: record.state_hash, checkpoint };
}

function readRecord(folder: string, file: string): { ticks: number; state_hash: string } {
  let text: string;
  try {
    if (!statSync(folder).isDirectory())
      throw new InputError([`--from: ${folder} is a file: name the folder of a run, which contains its run.json`]);
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([`--from: ${folder} is not the folder of a run: ${file} cannot be read: ${plainReason(error)}`]);
  }
  const { program, version, ticks, state_hash } = parseTable(text);
  if (program !== "weakties")
    throw new InputError([`${file}: was not written by weakties run, so no run can be continued from it`]);
  if (version !== VERSION)
    throw new InputError([
      `${file}: version must be ${VERSION}, got ${formatValue(version)}: continue the run with the version that wrote it, or make it again with --config ${file}`,
    ]);
  if (!(Number.isSafeInteger(ticks) && Number(ticks) >= 0 && typeof state_hash === "string"))
    throw new InputError([`${file}: must contain ticks and state_hash, as weakties run writes them; it has been changed`]);
  return { ticks: Number(ticks), state_hash };
}

/** @returns an empty table if the text is not one in JSON */
function parseTable(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function readCheckpoint(folder: string): Run | undefined {
  const file = join(folder, CHECKPOINT_FILE);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new InputError([`${file}: cannot be read: ${plainReason(error)}`]);
  }
  try {
    return restore(bytes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((problem) => `${file}: ${problem}; remove the file to replay the run instead`));
  }
}

/** `--set` of a continued run, as an intervention in its first new tick. */
export function settingsAsInterventions({ set }: RunFlags, { tick }: ContinuedRun): ReadInterventions[] {
  return Object.keys(set).length === 0 ? [] : [{ file: "--set", given: [{ tick: tick + 1, set }], lines: [0] }];
}

/** What is wrong with the ticks of interventions that are added to a continued run: its past cannot change. */
export function pastProblems(added: ReadInterventions, { tick }: ContinuedRun): string[] {
  const { file, lines } = added;
  return added.given.flatMap((one, at) => {
    const given = (one as { tick?: unknown } | null)?.tick;
    if (!(typeof given === "number" && given <= tick)) return [];
    const line = lines[at] ?? 0;
    return `${file}${line > 0 ? `, line ${line}` : ""}: tick must be after ${formatNumber(tick)}, where the continued run ended, got ${formatNumber(given)}`;
  });
}

/** What differs between a checkpoint and the record beside it. */
export function checkpointProblems(
  { folder, tick, checkpoint }: ContinuedRun,
  { parameters, seed, interventions = [], settled = 0 }: RunSetup,
): string[] {
  if (checkpoint === undefined) return [];
  const { applied } = checkpoint;
  const ofCheckpoint = [
    checkpoint.seed,
    checkpoint.settled,
    plainParameters(checkpoint.parameters),
    checkpoint.interventions.slice(0, applied),
  ];
  const ofRecord = [seed, settled, plainParameters(parameters), interventions.slice(0, applied)];
  const isEarly = tickOf(checkpoint) <= Math.max(-settled, tick - LOOK_BACK);
  if (isEarly && JSON.stringify(ofCheckpoint) === JSON.stringify(ofRecord)) return [];
  return [`${join(folder, CHECKPOINT_FILE)}: does not belong to the run in run.json; remove the file to replay the run instead`];
}

/** The run that continues: from the checkpoint, with the interventions that were added. */
export function restoreRun(checkpoint: Run, { interventions = [] }: RunSetup): Run {
  return { ...checkpoint, interventions: [...interventions] };
}

/** @throws InputError if the run has another state at the end of the old run than its record says */
export function checkOldEnd({ folder, recordFile, tick, stateHash, checkpoint }: ContinuedRun, found: string): void {
  if (found === stateHash) return;
  const files = checkpoint === undefined ? "run.json" : `run.json or ${CHECKPOINT_FILE}`;
  throw new InputError([
    `${recordFile}: the run differs from its record at tick ${formatNumber(tick)}: state hash ${found}, recorded ${stateHash}; ${files} in ${folder} has changed`,
  ]);
}
