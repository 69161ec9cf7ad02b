import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { formatValue, InputError } from "../../sim/index.ts";
import { nameOfFile } from "../experiment/folder/experiment-folder.ts";
import { openTarget } from "../experiment/folder/open-results.ts";
import { findShardFolders } from "../experiment/folder/shard-folders.ts";
import { planExperiment } from "../experiment/plan/plan-experiment.ts";
import { shardCountProblem } from "../experiment/plan/shard-count.ts";
import { plainReason } from "../files/plain-reason.ts";
import { realPath } from "../files/real-path.ts";
import { safeName } from "../files/safe-name.ts";
import type { FlagReader, Given } from "../flags/flag-reader.ts";
import { MOST_JOBS, MOST_SHARDS } from "../flags/limits.ts";
import { withoutValue } from "../flags/unknown-flags.ts";
import { MARK, type SlurmJobs } from "./job-scripts.ts";
import { scriptPaths } from "./write-scripts.ts";

/** The flags of `weakties slurm`, as commander passes them on. */
export interface GivenSlurmFlags {
  readonly shards?: Given;
  readonly out?: Given;
  readonly jobs?: Given;
  readonly sbatch?: Given;
  readonly submit?: true;
}

/** Options of sbatch that the scripts set. */
const reserved = ["--array", "-a", "--dependency", "-d", "--wrap"];

/** Jobs that are ready to be written. */
export interface PlannedJobs {
  readonly jobs: SlurmJobs;
  /** the folder as the user typed it */
  readonly folderName: string;
}

/**
 * Checks everything the user asks for and puts it together. Writes nothing.
 *
 * @param file of the experiment; undefined if the user named none
 * @param reader of the flags; its problems are reported with the others
 * @param problems found before
 * @param ownFlags of the command, none of which is an option of sbatch
 * @throws InputError with every fault
 */
export function planSlurm(
  file: string | undefined,
  given: GivenSlurmFlags,
  reader: FlagReader,
  problems: readonly string[],
  ownFlags: readonly string[],
): PlannedJobs {
  const shards = reader.whole("--shards", given.shards, 1, MOST_SHARDS);
  const jobs = reader.whole("--jobs", given.jobs, 1, MOST_JOBS) ?? 1;
  const options = reader.texts("--sbatch", given.sbatch);
  const out = reader.text("--out", given.out);
  const name = safeName(nameOfFile(file ?? "experiment"));
  const folderName = out ?? `runs/${name}`;
  const found = [...problems, ...reader.problems];
  if (given.shards === undefined) found.push("--shards is missing: say into how many parts to split the experiment, one task each");
  found.push(...options.flatMap((option) => sbatchProblems(option, ownFlags)));
  found.push(...folderProblems(folderName, shards));
  if (file === undefined) found.push("slurm needs the file of an experiment: create one with `weakties new FILE`");
  if (file === undefined) throw new InputError(found);
  const { plan } = planExperiment(file, found);
  const tooMany = shards === undefined ? undefined : shardCountProblem(shards, plan);
  if (tooMany !== undefined) throw new InputError([`--shards: ${tooMany}`]);
  return {
    jobs: {
      node: process.execPath,
      program: realPath(process.argv[1] ?? ""),
      file: resolve(file),
      folder: resolve(folderName),
      shards: shards ?? 1,
      jobs,
      name: `weakties-${name}`,
      options,
    },
    folderName,
  };
}

/** What is wrong with a line of options for sbatch. */
function sbatchProblems(line: string, ownFlags: readonly string[]): string[] {
  const words = line.split(/\s+/).map(withoutValue);
  if (words[0] !== undefined && ownFlags.includes(words[0])) return [`--sbatch needs options of sbatch, got ${formatValue(line)}`];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern excludes them
  if (!/^-[^\u0000-\u001f\u007f]+$/.test(line))
    return [`--sbatch must be options of sbatch in one line, such as "--partition=long --time=2:00:00", got ${formatValue(line)}`];
  return reserved
    .filter((option) => words.some((word) => (option.startsWith("--") ? word === option : word.startsWith(option))))
    .map((option) => `--sbatch cannot set ${option}, because the scripts set it, got ${formatValue(line)}`);
}

/** Why the scripts cannot be written to an experiment's folder. */
function folderProblems(name: string, shards: number | undefined): string[] {
  const opened = openTarget(name);
  if ("problem" in opened) return [opened.problem];
  const { folder } = opened.results;
  const problems: string[] = [];
  const other = findShardFolders(folder).find(({ shard }) => shards !== undefined && shard.of !== shards);
  if (other !== undefined) problems.push(`already contains ${basename(other.folder.path)}, so --shards must be ${other.shard.of}`);
  for (const path of Object.values(scriptPaths(folder.path))) {
    const fault = scriptFault(path);
    if (fault !== undefined) problems.push(`contains ${join("slurm", basename(path))}, which ${fault}`);
  }
  return problems.map((problem) => `--out: ${name} ${problem}`);
}

/** Why a script cannot be written; undefined if there is none yet, or if this program wrote it. */
function scriptFault(path: string): string | undefined {
  try {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    return readFileSync(path, "utf8").split("\n", 2)[1] === MARK ? undefined : "weakties did not write: move it";
  } catch (error) {
    return `cannot be read: ${plainReason(error)}`;
  }
}
