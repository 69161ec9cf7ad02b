import { join, relative, resolve, sep } from "node:path";
import { experimentAsFile } from "../../../formats/experiment/experiment-as-file.ts";
import { hashText, isTable, VERSION } from "../../../sim/index.ts";
import type { Experiment } from "../../../study/experiment.ts";
import type { Shard } from "../../../study/plan.ts";
import type { PrecisionTarget } from "../../../study/precision.ts";
import type { NamedFile } from "../../../study/report-data.ts";
import { realPath } from "../../files/real-path.ts";
import { replaceFile } from "../../files/replace-file.ts";
import { type Input, sumOf } from "../../input/input-reader.ts";
import { isListOfMakers, type Maker } from "../../run/makers.ts";
import type { ExperimentFolder } from "./experiment-folder.ts";
import { parseShard } from "./shard-folders.ts";

export const RECORD = "experiment.json";

/** The content of experiment.json: an experiment file with every default filled in, and a few facts about the results. */
export interface ExperimentRecord {
  readonly program: "weakties";
  /** of the program that made the results */
  readonly version: string;
  /** of what the experiment asks and of the files it reads, wherever these are: the same on every machine */
  readonly hash: string;
  /** what made the runs; undefined in folders of builds that didn't record it */
  readonly made_by?: readonly Maker[];
  /** `2/10` in the folder of a shard */
  readonly shard?: string;
  readonly until_precision?: PrecisionTarget;
  /** a line about the network that was read */
  readonly files?: { readonly found: string };
  readonly network?: NamedFile;
  readonly agents?: NamedFile;
  readonly [key: string]: unknown;
}

/** What a record says in addition to the experiment. */
export interface RecordExtras {
  readonly network: Input | undefined;
  readonly agents: Input | undefined;
  /** a line about the network that was read */
  readonly found: string | undefined;
  readonly untilPrecision: PrecisionTarget | undefined;
  readonly shard: Shard | undefined;
  readonly makers: readonly Maker[] | undefined;
}

/**
 * Composes the record of an experiment. It is an experiment file, too. It names files relative to its folder, with their SHA-256.
 *
 * @param folder where the record will be
 */
export function composeRecord(experiment: Experiment, extras: RecordExtras, folder: ExperimentFolder): ExperimentRecord {
  const { network, agents, found, untilPrecision, shard, makers } = extras;
  const files = {
    ...(network && { network: relativeReference(network, folder) }),
    ...(agents && { agents: relativeReference(agents, folder) }),
  };
  return {
    program: "weakties",
    version: VERSION,
    hash: hashExperiment(experiment, extras),
    ...(makers === undefined ? {} : { made_by: makers }),
    ...(shard === undefined ? {} : { shard: `${shard.number}/${shard.of}` }),
    ...(untilPrecision === undefined ? {} : { until_precision: untilPrecision }),
    ...(found === undefined ? {} : { files: { found } }),
    ...experimentAsFile(experiment, files),
  };
}

/** A file that the record in one folder names, as a record in another folder names it. */
export function moveReference(reference: NamedFile, from: ExperimentFolder, to: ExperimentFolder): NamedFile {
  return { ...reference, file: pathFrom(to, resolve(from.path, reference.file)) };
}

/** A path relative to a folder, with the slashes that all systems understand. */
export function pathFrom({ path }: ExperimentFolder, target: string): string {
  return relative(path, target).split(sep).join("/");
}

function relativeReference({ file, sha256, reading }: Input, folder: ExperimentFolder): NamedFile {
  return { file: pathFrom(folder, realPath(file)), sha256, ...reading };
}

function hashExperiment(experiment: Experiment, { network, agents }: Pick<RecordExtras, "network" | "agents">): string {
  const sums = { network: sumOf(network), agents: sumOf(agents) };
  return hashText(JSON.stringify([experimentAsFile(experiment, {}), sums]));
}

/** @returns undefined if the text is not a record of this program */
export function parseRecord(text: string): ExperimentRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is ExperimentRecord {
  if (!isTable(value) || value.program !== "weakties" || !isTable(value.outcomes)) return false;
  const { version, hash, made_by: makers, shard, until_precision: untilPrecision, files, network, agents } = value;
  return (
    typeof version === "string" &&
    typeof hash === "string" &&
    (makers === undefined || isListOfMakers(makers)) &&
    (shard === undefined || (typeof shard === "string" && parseShard(shard) !== undefined)) &&
    (untilPrecision === undefined || typeof untilPrecision === "number" || isListOfNames(untilPrecision)) &&
    (files === undefined || (isTable(files) && typeof files.found === "string")) &&
    [network, agents].every((file) => file === undefined || isNamedFile(file))
  );
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

function isNamedFile(value: unknown): boolean {
  return isTable(value) && typeof value.file === "string" && typeof value.sha256 === "string";
}

export function writeRecord(folder: ExperimentFolder, record: ExperimentRecord): void {
  replaceFile(join(folder.path, RECORD), `${JSON.stringify(record, null, 2)}\n`);
}
