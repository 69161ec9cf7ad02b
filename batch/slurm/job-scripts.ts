import { join } from "node:path";
import { shellQuoted } from "../text/shell-quoted.ts";

/** The shards of an experiment as Slurm jobs. All paths are absolute, and the same on every node. */
export interface SlurmJobs {
  /** the executable of Node */
  readonly node: string;
  /** the program for Node: `main.js` of the command line */
  readonly program: string;
  /** of the experiment */
  readonly file: string;
  /** of the experiment */
  readonly folder: string;
  /** 1 or more */
  readonly shards: number;
  /** runs at the same time in each shard; the script asks for one core each */
  readonly jobs: number;
  /** what the queue shows: letters, digits, `.`, `_` and `-` */
  readonly name: string;
  /** for sbatch, as after `#SBATCH`; one line each, without line breaks */
  readonly options: readonly string[];
}

/** The second line of every script. It marks a script that may be replaced. */
export const MARK = "# `weakties slurm` wrote this file. Calling it again replaces the file.";

/** The folder of the scripts and their output. */
export function slurmFolder(folder: string): string {
  return join(folder, "slurm");
}

/** The script of the job array: task k makes shard k. */
export function arrayScript(jobs: SlurmJobs): string {
  const { node, program, file, folder, shards } = jobs;
  const words = [node, program, "experiment", file, "--out", folder].map(shellQuoted).join(" ");
  const directives = [
    `--job-name=${jobs.name}`,
    `--array=1-${shards}`,
    "--ntasks=1",
    `--cpus-per-task=${jobs.jobs}`,
    // After a node failure or a preemption, Slurm starts the task again and the shard resumes.
    "--requeue",
  ];
  return script(jobs, directives, "array-%A-%a.log", [
    `task=\${SLURM_ARRAY_TASK_ID:?is not set: submit this script with sbatch}`,
    "",
    "# Slurm sends SIGTERM to the shell, too. The shell ignores it and waits until weakties has closed its log.",
    "trap : TERM",
    "",
    "code=0",
    `${words} --shard "$task/${shards}" --jobs "\${SLURM_CPUS_PER_TASK:-1}" --progress none || code=$?`,
    "",
    "# Exit code 1 means that some runs failed. Each failed run is a row with its error, and a second try would only repeat it, so the",
    "# shard counts as done and the merge can follow. If 1 has another cause, such as a full disk, runs are missing, and the merge",
    "# refuses the shard.",
    'if [ "$code" -eq 1 ]; then code=0; fi',
    'exit "$code"',
  ]);
}

/** The script of the job that merges the shards after the array. */
export function mergeScript(jobs: SlurmJobs): string {
  const words = [jobs.node, jobs.program, "merge", jobs.folder].map(shellQuoted).join(" ");
  const directives = [
    `--job-name=${jobs.name}-merge`,
    "--ntasks=1",
    // If a task has failed, the merge leaves the queue instead of waiting forever.
    "--kill-on-invalid-dep=yes",
  ];
  return script(jobs, directives, "merge-%j.log", [`exec ${words}`]);
}

/**
 * @param directives for sbatch; the user's options come after them and override them
 * @param log a file name with patterns of Slurm
 */
function script(jobs: SlurmJobs, directives: readonly string[], log: string, body: readonly string[]): string {
  const { output, redirect } = logTo(slurmFolder(jobs.folder), log);
  const lines = [...directives, `--output=${output}`, "--open-mode=append", ...jobs.options].map((line) => `#SBATCH ${line}`);
  return `${["#!/usr/bin/env bash", MARK, ...lines, "", "set -euo pipefail", ...redirect, "", ...body].join("\n")}\n`;
}

/**
 * Where the output goes. Slurm opens the log itself, so the log also shows why Slurm ended a task. But an option cannot contain a
 * line break, and after a backslash Slurm expands no patterns. In such a folder, the script opens the log.
 */
function logTo(folder: string, log: string): { output: string; redirect: string[] } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern looks for them
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
