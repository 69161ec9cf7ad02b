import { readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { formatValue, InputError } from "../../../sim/index.ts";
import { plainReason } from "../../files/plain-reason.ts";
import { realPath } from "../../files/real-path.ts";
import { checkWritableFolder, type ExperimentFolder, namesIn } from "./experiment-folder.ts";
import { parseRecord, RECORD } from "./experiment-record.ts";
import { ExperimentResults } from "./experiment-results.ts";
import { shardOfName } from "./shard-folders.ts";

/** No experiment yet. The folder may not exist, or hold what can come first: shards, Slurm scripts, remains of a killed process. */
export interface EmptyFolder {
  readonly kind: "empty";
  readonly folder: ExperimentFolder;
}

/** Something else. */
export interface ForeignFolder {
  readonly kind: "foreign";
  readonly folder: ExperimentFolder;
  /** what it contains, as the rest of a sentence about the folder */
  readonly problem: string;
}

/** What a folder holds. */
export type Results = EmptyFolder | ForeignFolder | ExperimentResults;

/** Looks into a folder and reads its record once. Changes nothing, so another process may be working there. */
export function openResults(folder: ExperimentFolder): Results {
  const foreign = (problem: string): ForeignFolder => ({ kind: "foreign", folder, problem });
  const stamp = stampOf(folder);
  if (stamp === NO_FILE) {
    const other = namesIn(folder.path).find((name) => !mayComeFirst(name));
    return other === undefined ? { kind: "empty", folder } : foreign(`contains other files, such as ${other}`);
  }
  let text: string;
  try {
    text = readFileSync(join(folder.path, RECORD), "utf8");
  } catch (error) {
    return foreign(`contains an ${RECORD} that cannot be read: ${plainReason(error)}`);
  }
  const record = parseRecord(text);
  if (record === undefined) return foreign(`contains an ${RECORD} that weakties did not write`);
  return new ExperimentResults(folder, record, stamp);
}

/** The same results, read again only if another process has replaced the record: for when the folder is locked. */
export function refreshResults(results: Results): Results {
  const stamp = results.kind === "experiment" ? results.stamp : NO_FILE;
  return stamp === stampOf(results.folder) ? results : openResults(results.folder);
}

/** Opens the folder in which results are to be stored. */
export function openTarget(name: string): { readonly results: EmptyFolder | ExperimentResults } | { readonly problem: string } {
  const checked = checkWritableFolder(name);
  if ("problem" in checked) return checked;
  const results = openResults(checked.folder);
  return results.kind === "foreign" ? { problem: `--out: ${describeForeignFolder(results)}` } : { results };
}

/** @returns the folder, what it contains, and what to do */
export function describeForeignFolder({ folder, problem }: ForeignFolder): string {
  return `${folder.name} ${problem}: choose another folder, or an empty one`;
}

/** The folder of an argument. It may not exist. */
export function folderOfName(name: string): ExperimentFolder {
  return { name, path: realPath(name) };
}

/** @throws InputError if the folder holds no experiment */
export function openExperiment(name: string): ExperimentResults {
  const results = openResults(folderOfName(name));
  if (results.kind !== "experiment") throw new InputError([describeNoExperiment(results)]);
  return results;
}

/** Why a folder cannot be read as an experiment. */
export function describeNoExperiment(results: Results): string {
  return `${formatValue(results.folder.name)} is not an experiment folder: ${missingReason(results)}`;
}

function missingReason(results: Results): string {
  const stats = statsOf(results.folder.path);
  if (stats === undefined) return "it does not exist";
  if (!stats.isDirectory()) return "it is a file";
  return results.kind === "foreign" && stampOf(results.folder) !== NO_FILE ? `it ${results.problem}` : `it has no ${RECORD}`;
}

/** What may be in a folder before its experiment is. */
function mayComeFirst(name: string): boolean {
  return name === "slurm" || shardOfName(name) !== undefined || /^lock(-|$)/.test(name) || /^\..+\.new-\d+$/.test(name);
}

const NO_FILE = "";

/** Differs after another process has written the record, which always makes a new file. */
function stampOf({ path }: ExperimentFolder): string {
  const stats = statsOf(join(path, RECORD));
  return stats === undefined ? NO_FILE : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}

/** @returns undefined if there is nothing, or it cannot be reached */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
