import { accessSync, constants, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Shard } from "../../../study/plan.ts";
import { nearestFolder } from "../../files/nearest-folder.ts";
import { plainReason } from "../../files/plain-reason.ts";
import { realPath } from "../../files/real-path.ts";

export const RECORD = "experiment.json";

/** The folder of an experiment's results. */
export interface ExperimentFolder {
  /** as the user knows it */
  readonly name: string;
  /** absolute, symbolic links followed */
  readonly path: string;
}

/** What may be there before an experiment is: its shards, its scripts, and what a process leaves that is killed at the very start. */
const isOurs = (name: string) =>
  name === "slurm" || shardOfName(name) !== undefined || /^lock(-|$)/.test(name) || /^\..+\.new-\d+$/.test(name);

/** The folder of a shard, within that of its experiment. */
export function shardFolder({ name, path }: ExperimentFolder, shard: Shard): ExperimentFolder {
  const own = `shard-${shard.number}-of-${shard.of}`;
  return { name: join(name, own), path: join(path, own) };
}

/** The shard whose folder has this name; undefined where it is none. */
function shardOfName(name: string): Shard | undefined {
  const found = /^shard-([1-9]\d*)-of-([1-9]\d*)$/.exec(name);
  if (found === null) return undefined;
  const shard = { number: Number(found[1]), of: Number(found[2]) };
  return shard.number <= shard.of ? shard : undefined;
}

/** The folders of shards within an experiment's folder, by number. */
export function shardsIn({ name, path }: ExperimentFolder): { readonly shard: Shard; readonly folder: ExperimentFolder }[] {
  return namesIn(path)
    .flatMap((own) => {
      const shard = shardOfName(own);
      return shard === undefined ? [] : [{ shard, folder: { name: join(name, own), path: join(path, own) } }];
    })
    .sort((a, b) => a.shard.of - b.shard.of || a.shard.number - b.shard.number);
}

/**
 * Looks whether an experiment can be put into a folder, or gone on with in it. Nothing is written or made.
 *
 * @param flag what named the folder, for the messages
 */
export function checkExperimentFolder(name: string, flag = "--out"): { folder: ExperimentFolder } | { problem: string } {
  const fault = (rule: string) => ({ problem: `${flag}: ${name === "" ? "the folder" : name} ${rule}` });
  if (name.trim() === "") return fault("must have a name");
  try {
    const path = realPath(name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isDirectory()) return fault("must be a folder, and is a file");
    const parent = nearestFolder(stats === undefined ? dirname(path) : path);
    if ("problem" in parent) return fault(parent.problem);
    accessSync(parent.path, constants.W_OK | constants.X_OK);
    const held = stats === undefined ? [] : readdirSync(path);
    if (held.includes(RECORD) && !isExperiment(path))
      return fault(`holds an ${RECORD} that is none of this program: name another folder`);
    const foreign = held.includes(RECORD) ? undefined : held.find((one) => !isOurs(one));
    if (foreign !== undefined)
      return fault(`holds files and no experiment of this program, such as ${foreign}: name another folder, or an empty one`);
    return { folder: { name, path } };
  } catch (error) {
    return fault(`cannot be written: ${plainReason(error)}`);
  }
}

/** Makes the folder where it is not there, with those above it. */
export function makeExperimentFolder({ path }: ExperimentFolder): void {
  mkdirSync(path, { recursive: true });
}

/** Whether a folder holds the experiment.json of this program. */
export function isExperiment(path: string): boolean {
  try {
    const record = JSON.parse(readFileSync(join(path, RECORD), "utf8"));
    return record.program === "weakties" && record.outcomes !== undefined;
  } catch {
    return false;
  }
}

/** What a folder is called where nothing else is said. */
export function nameOfFile(file: string): string {
  return basename(file).replace(/(.)\.(ya?ml|json)$/i, "$1");
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
