import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { formatValue, InputError } from "../../sim/index.ts";
import { checkExperimentFolder, nameOfFile, shardsIn } from "../experiment/folder/experiment-folder.ts";
import { planExperiment } from "../experiment/plan/plan-experiment.ts";
import { plainReason } from "../files/plain-reason.ts";
import { realPath } from "../files/real-path.ts";
import { safeName } from "../files/safe-name.ts";
import type { FlagReader, Given } from "../flags/flag-reader.ts";
import { MARK, type SlurmJobs } from "./job-scripts.ts";
import { scriptPaths } from "./write-scripts.ts";

/** The flags of `weakties slurm`, as commander hands them over. */
export interface GivenSlurmFlags {
  readonly shards?: Given;
  readonly out?: Given;
  readonly jobs?: Given;
  readonly sbatch?: Given;
  readonly submit?: true;
}

/** As many as `experiment --shard` takes. An array of Slurm has 1000 tasks at most as it comes; sites can allow more. */
const MOST_SHARDS = 100_000;
const MOST_JOBS = 1024;

/** Options of sbatch that the scripts rest on. */
const ours = ["--array", "-a", "--dependency", "-d", "--wrap"];

/** Jobs that can be written. */
export interface PlannedJobs {
  readonly jobs: SlurmJobs;
  /** the folder as the user calls it */
  readonly folderName: string;
}

/**
 * All that was asked for, checked and put together. Nothing is written.
 *
 * @param file the experiment's; undefined where none was named
 * @param reader of the flags; what it finds is told with all else
 * @param problems found before
 * @param ownFlags of the command, none of which is an option for sbatch
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
  if (given.shards === undefined) found.push("--shards must say in how many parts the experiment is run, one task each");
  found.push(...options.flatMap((option) => sbatchProblems(option, ownFlags)));
  found.push(...folderProblems(folderName, shards));
  if (file === undefined)
    found.push("slurm must be followed by the experiment's file; `weakties new FILE` writes one to begin with");
  if (file === undefined) throw new InputError(found);
  planExperiment(file, found);
  return {
    jobs: {
      node: process.execPath,
      program: realPath(process.argv[1]),
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
  const words = line.split(/\s+/).map((word) => word.split("=", 1)[0]);
  if (ownFlags.includes(words[0])) return [`--sbatch must be followed by options for sbatch, got ${formatValue(line)}`];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!/^-[^\u0000-\u001f\u007f]+$/.test(line))
    return [`--sbatch must be options for sbatch in one line, such as "--partition=long --time=2:00:00", got ${formatValue(line)}`];
  return ours
    .filter((option) => words.some((word) => (option.startsWith("--") ? word === option : word.startsWith(option))))
    .map((option) => `--sbatch must not set ${option}, which the scripts set themselves, got ${formatValue(line)}`);
}

/** What speaks against an experiment's folder as the place of scripts for so many shards. */
function folderProblems(name: string, shards: number | undefined): string[] {
  const checked = checkExperimentFolder(name);
  if ("problem" in checked) return [checked.problem];
  const { folder } = checked;
  const problems: string[] = [];
  const other = shardsIn(folder).find(({ shard }) => shards !== undefined && shard.of !== shards);
  if (other !== undefined) problems.push(`holds ${basename(other.folder.path)}, so --shards must be ${other.shard.of}`);
  for (const path of Object.values(scriptPaths(folder.path))) {
    const fault = scriptFault(path);
    if (fault !== undefined) problems.push(`holds ${join("slurm", basename(path))}, which ${fault}`);
  }
  return problems.map((problem) => `--out: ${name} ${problem}`);
}

/** What speaks against writing a script there; nothing where there is none, or one that was written before. */
function scriptFault(path: string): string | undefined {
  try {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    return readFileSync(path, "utf8").split("\n", 2)[1] === MARK ? undefined : "this program did not write: move it";
  } catch (error) {
    return `cannot be read: ${plainReason(error)}`;
  }
}
