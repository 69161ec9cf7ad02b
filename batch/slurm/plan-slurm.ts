import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { shown } from "../../sim/index.ts";
import { plainReason } from "../output/plain-reason.ts";
import { realPath } from "../output/real-path.ts";
import { InputReader } from "../plan/read-input.ts";
import type { FlagReader, Given } from "../read-flags.ts";
import { throwProblems } from "../report.ts";
import { safeName } from "../safe-name.ts";
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

/** More tasks than any array may have as Slurm comes, which is 1000; sites can allow more. */
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
  const found = [...problems];
  if (file === undefined) found.push("the file of an experiment must be named: weakties slurm FILE --shards n");
  else found.push(...readProblems(file));
  const shards = reader.whole("--shards", given.shards, 1, MOST_SHARDS);
  if (given.shards === undefined) found.push("--shards must say in how many parts the experiment is run, one task each");
  const jobs = reader.whole("--jobs", given.jobs, 1, MOST_JOBS) ?? 1;
  const options = reader.texts("--sbatch", given.sbatch);
  found.push(...options.flatMap((option) => sbatchProblems(option, ownFlags)));
  const out = reader.text("--out", given.out);
  const name = nameOf(file ?? "");
  const folderName = out ?? `runs/${name}`;
  if (out !== undefined || file !== undefined) found.push(...folderProblems(folderName, shards));
  throwProblems([...found, ...reader.problems]);
  return {
    jobs: {
      node: process.execPath,
      program: realPath(process.argv[1]),
      file: resolve(file ?? ""),
      folder: resolve(folderName),
      shards: shards ?? 1,
      jobs,
      name: `weakties-${safeName(name)}`,
      options,
    },
    folderName,
  };
}

/** What an experiment is called: its file, without the ending. */
function nameOf(file: string): string {
  return basename(file).replace(/(.)\.(ya?ml|json)$/i, "$1");
}

function readProblems(file: string): string[] {
  const reader = new InputReader();
  reader.read(file);
  return reader.problems;
}

/** What is wrong with a line of options for sbatch. */
function sbatchProblems(line: string, ownFlags: readonly string[]): string[] {
  const words = line.split(/\s+/).map((word) => word.split("=", 1)[0]);
  if (ownFlags.includes(words[0])) return [`--sbatch must be followed by options for sbatch, got ${shown(line)}`];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!/^-[^\u0000-\u001f\u007f]+$/.test(line))
    return [`--sbatch must be options for sbatch in one line, such as "--partition=long --time=2:00:00", got ${shown(line)}`];
  return ours
    .filter((option) => words.some((word) => (option.startsWith("--") ? word === option : word.startsWith(option))))
    .map((option) => `--sbatch must not set ${option}, which the scripts set themselves, got ${shown(line)}`);
}

/** What speaks against an experiment's folder as the place of scripts for so many shards. */
function folderProblems(name: string, shards: number | undefined): string[] {
  const fault = (rule: string) => [`--out: ${name === "" ? "the folder" : name} ${rule}`];
  if (name.trim() === "") return fault("must have a name");
  try {
    const stats = statSync(name, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    if (!stats.isDirectory()) return fault("must be a folder, and is a file");
    const others = readdirSync(name).filter((entry) => {
      const match = /^shard-\d+-of-(\d+)$/.exec(entry);
      return match !== null && shards !== undefined && Number(match[1]) !== shards;
    });
    const problems = others.slice(0, 1).map((other) => `holds ${other}, so --shards must be ${other.split("-").at(-1)}`);
    for (const path of Object.values(scriptPaths(name))) {
      if (!isOurs(path)) problems.push(`holds ${join("slurm", basename(path))}, which this program did not write: move it`);
    }
    return problems.flatMap(fault);
  } catch (error) {
    return fault(`cannot be used: ${plainReason(error)}`);
  }
}

/** Whether a script may be written there: nothing is, or one that was written before. */
function isOurs(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return true;
  return readFileSync(path, "utf8").split("\n", 2)[1] === MARK;
}
