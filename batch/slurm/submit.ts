import { spawnSync } from "node:child_process";
import { plainReason } from "../files/plain-reason.ts";
import { shellQuoted } from "../text/shell-quoted.ts";
import type { Scripts } from "./write-scripts.ts";

/** The outcome of a submission. */
export type Submission =
  | { readonly array: string; readonly merge: string }
  /** what went wrong, and the commands that remain to be typed */
  | { readonly problem: string; readonly remaining: readonly string[] };

/** Submits the array, and the merge, which waits for all of its tasks. Calls sbatch without a shell. */
export function submit(scripts: Scripts): Submission {
  const array = callSbatch(["--parsable", scripts.array]);
  if ("problem" in array) return { problem: `nothing was submitted: ${array.problem}`, remaining: submitCommands(scripts) };
  const merge = callSbatch(["--parsable", dependency(array.job), scripts.merge]);
  if (!("problem" in merge)) return { array: array.job, merge: merge.job };
  return {
    problem: `the array was submitted as job ${array.job}, but the merge was not: ${merge.problem}`,
    remaining: [`sbatch ${dependency(array.job)} ${shellQuoted(scripts.merge)}`],
  };
}

/** The shell commands that do the same. sbatch prints a job on another than the default cluster as `job;cluster`. */
export function submitCommands({ array, merge }: Scripts): string[] {
  return [`array=$(sbatch --parsable ${shellQuoted(array)})`, `sbatch ${dependency(`"\${array%%;*}"`)} ${shellQuoted(merge)}`];
}

function dependency(job: string): string {
  return `--dependency=afterok:${job}`;
}

function callSbatch(args: readonly string[]): { job: string } | { problem: string } {
  const { status, stdout, stderr, error } = spawnSync("sbatch", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (error !== undefined) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return { problem: isMissing ? "this machine has no sbatch" : `sbatch cannot be started: ${plainReason(error)}` };
  }
  // Programs of the site may print something first.
  const job = /^(\d+)(;.*)?$/.exec(stdout.trim().split("\n").at(-1) ?? "")?.[1];
  if (status === 0 && job !== undefined) return { job };
  const output = [stderr, stdout].map((text) => text.trim()).find((text) => text !== "") ?? "nothing";
  return { problem: `sbatch ${status === 0 ? "reported no job" : `failed with exit code ${status}`} and printed: ${output}` };
}
