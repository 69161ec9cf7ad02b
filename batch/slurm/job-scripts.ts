import { join } from "node:path";
import { shellQuoted } from "../text/shell-quoted.ts";

/** An experiment in shards, as jobs of Slurm. All paths are absolute, and the same on every node. */
export interface SlurmJobs {
  /** the program of Node */
  readonly node: string;
  /** what Node runs: `main.js` of the command line */
  readonly program: string;
  /** the experiment's file */
  readonly file: string;
  /** the experiment's folder */
  readonly folder: string;
  /** 1 or more */
  readonly shards: number;
  /** runs at a time in each shard: a core for each is asked for */
  readonly jobs: number;
  /** what the queue shows: letters, digits, `.`, `_` and `-` */
  readonly name: string;
  /** for sbatch, as they would stand behind `#SBATCH`; a line each, without line breaks */
  readonly options: readonly string[];
}

/** The second line of every script: by it one is known that may be replaced. */
export const MARK = "# Written by `weakties slurm`, which replaces it when it is called again.";

/** Where the scripts and what they say are kept. */
export function slurmFolder(folder: string): string {
  return join(folder, "slurm");
}

/** The array: task k is shard k. */
export function arrayScript(jobs: SlurmJobs): string {
  const { node, program, file, folder, shards } = jobs;
  const words = [node, program, "experiment", file, "--out", folder].map(shellQuoted).join(" ");
  const directives = [
    `--job-name=${jobs.name}`,
    `--array=1-${shards}`,
    "--ntasks=1",
    `--cpus-per-task=${jobs.jobs}`,
    // After the loss of a node or a preemption Slurm starts a task again, and the shard goes on where it was.
    "--requeue",
  ];
  return script(jobs, directives, "array-%A-%a.log", [
    `task=\${SLURM_ARRAY_TASK_ID:?is not set: submit this script with sbatch}`,
    "",
    "# Slurm asks the shell to end, too. The program does so by itself, its log in order, and the shell waits for it.",
    "trap : TERM",
    "",
    "code=0",
    `${words} --shard "$task/${shards}" --jobs "\${SLURM_CPUS_PER_TASK:-1}" --progress none || code=$?`,
    "",
    "# 1 says that runs failed. Each of them is a row with its error, which a second try would only repeat, so the shard counts as",
    "# done and the merge may follow. Where 1 came of something else, a full disk, say, rows are missing, and the merge refuses that.",
    'if [ "$code" -eq 1 ]; then code=0; fi',
    'exit "$code"',
  ]);
}

/** What follows the array: it puts the shards together. */
export function mergeScript(jobs: SlurmJobs): string {
  const words = [jobs.node, jobs.program, "merge", jobs.folder].map(shellQuoted).join(" ");
  const directives = [
    `--job-name=${jobs.name}-merge`,
    "--ntasks=1",
    // Where a task has failed the merge leaves the queue, rather than wait in it for ever.
    "--kill-on-invalid-dep=yes",
  ];
  return script(jobs, directives, "merge-%j.log", [`exec ${words}`]);
}

/**
 * @param directives for sbatch; what the user adds comes after them, and so goes before them
 * @param log a name with the patterns of Slurm
 */
function script(jobs: SlurmJobs, directives: readonly string[], log: string, body: readonly string[]): string {
  const { output, redirect } = logTo(slurmFolder(jobs.folder), log);
  const lines = [...directives, `--output=${output}`, "--open-mode=append", ...jobs.options].map((line) => `#SBATCH ${line}`);
  return `${["#!/usr/bin/env bash", MARK, ...lines, "", "set -euo pipefail", ...redirect, "", ...body].join("\n")}\n`;
}

/**
 * Where output goes. Slurm opens the log itself, so that its own word on why a task ended stands there as well; but a line of
 * options cannot hold a line break, and behind a backslash Slurm fills in no patterns. With such a folder the script opens it.
 */
function logTo(folder: string, log: string): { output: string; redirect: string[] } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!/[\\\u0000-\u001f\u007f]/.test(folder)) {
    const path = `${folder.replaceAll("%", "%%")}/`.replaceAll('"', '\\"');
    return { output: `"${path}${log}"`, redirect: [] };
  }
  const name = log
    .replace("%A", `\${SLURM_ARRAY_JOB_ID:-0}`)
    .replace("%a", `\${SLURM_ARRAY_TASK_ID:-0}`)
    .replace("%j", `\${SLURM_JOB_ID:-0}`);
  return { output: "/dev/null", redirect: [`exec >>${shellQuoted(`${folder}/`)}"${name}" 2>&1`] };
}
