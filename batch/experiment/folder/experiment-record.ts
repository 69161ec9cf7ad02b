import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { experimentAsFile } from "../../../formats/experiment/experiment-as-file.ts";
import { hashText, isTable, VERSION } from "../../../sim/index.ts";
import type { Experiment } from "../../../study/experiment.ts";
import type { Shard } from "../../../study/plan.ts";
import { realPath } from "../../files/real-path.ts";
import { replaceFile } from "../../files/replace-file.ts";
import type { Input } from "../../input/input-reader.ts";
import { type ExperimentFolder, RECORD } from "./experiment-folder.ts";

/** What experiment.json says: the experiment in the form of its file, and beside it what made it. */
export type ExperimentRecord = Readonly<Record<string, unknown>>;

/** What belongs to a record beside the experiment. */
export interface RecordExtras {
  readonly network?: Input;
  readonly agents?: Input;
  /** a line on the network that was read */
  readonly found?: string;
  readonly untilPrecision?: number;
  readonly shard?: Shard;
}

/**
 * The record of an experiment. It is itself an experiment file: files are named from where the folder is, and by their SHA-256.
 *
 * @param folder where the record stands
 */
export function experimentRecord(experiment: Experiment, extras: RecordExtras, folder: ExperimentFolder): ExperimentRecord {
  const { network, agents, found, untilPrecision, shard } = extras;
  const reference = (input: Input | undefined) =>
    input && { file: relative(folder.path, realPath(input.file)).split(sep).join("/"), sha256: input.sha256 };
  return {
    program: "weakties",
    version: VERSION,
    hash: specHash(experiment, extras),
    ...(shard === undefined ? {} : { shard: `${shard.number}/${shard.of}` }),
    ...(untilPrecision === undefined ? {} : { until_precision: untilPrecision }),
    ...(found === undefined ? {} : { files: { found } }),
    ...experimentAsFile(experiment, { network: reference(network), agents: reference(agents) }),
  };
}

/** A hash over all that an experiment asks and the files it reads, wherever these lie: the same on every machine. */
function specHash(experiment: Experiment, { network, agents }: RecordExtras): string {
  const sums = { network: network?.sha256, agents: agents?.sha256 };
  return hashText(JSON.stringify([experimentAsFile(experiment, {}), sums]));
}

/** Writes it where it is not there as it is: a disk may be full. */
export function writeRecord(folder: ExperimentFolder, record: ExperimentRecord): void {
  if (JSON.stringify(readRecordOf(folder)) === JSON.stringify(record)) return;
  replaceFile(join(folder.path, RECORD), `${JSON.stringify(record, null, 2)}\n`);
}

/** @returns undefined where there is none */
export function readRecordOf({ path }: ExperimentFolder): ExperimentRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(path, RECORD), "utf8"));
  } catch {
    return undefined;
  }
}

/** The shard that a record is of, whatever its folder is called; undefined where it is of the whole. */
export function shardOfRecord({ shard }: ExperimentRecord): Shard | undefined {
  const [number, of] = String(shard ?? "")
    .split("/")
    .map(Number);
  return number >= 1 ? { number, of } : undefined;
}

/** Keys on which it hangs what a finished run means. */
const OF_RUNS = [
  "version",
  "scenario",
  "seed",
  "ticks",
  "parameters",
  "interventions",
  "focal_agents",
  "arms",
  "network",
  "agents",
];

/** What is otherwise in one record than in another and changes what a run means, for a person: `ticks: 520, now 260`. */
export function recordDifferences(before: ExperimentRecord, now: ExperimentRecord): string[] {
  const differences: string[] = [];
  const compare = (path: string, a: unknown, b: unknown): void => {
    if (JSON.stringify(a) === JSON.stringify(b)) return;
    if (isTable(a) && isTable(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) compare(`${path}.${key}`, a[key], b[key]);
    } else if (!isBeside(path, a, b)) differences.push(`${path}: ${shownValue(a)}, now ${shownValue(b)}`);
  };
  for (const key of OF_RUNS) compare(key, before[key], now[key]);
  return differences;
}

/** An arm that has come or gone changes no run of another, and a file may lie elsewhere. */
function isBeside(path: string, a: unknown, b: unknown): boolean {
  return (/^arms\.[^.]*$/.test(path) && (a === undefined || b === undefined)) || /^(network|agents)\.file$/.test(path);
}

function shownValue(value: unknown): string {
  return value === undefined ? "not there" : JSON.stringify(value);
}
