import { spawnSync } from "node:child_process";
import { plainReason } from "../files/plain-reason.ts";
import { shellQuoted } from "../text/shell-quoted.ts";
import type { Scripts } from "./write-scripts.ts";

/** What came of handing the scripts to Slurm. */
export type Submitted =
  | { readonly array: string; readonly merge: string }
  /** why not, and what is left to type */
  | { readonly problem: string; readonly left: readonly string[] };

/** The array, and the merge that waits for all of its tasks. Calls sbatch without a shell. */
export function submit(scripts: Scripts): Submitted {
  const array = callSbatch(["--parsable", scripts.array]);
  if ("problem" in array) return { problem: `nothing was submitted: ${array.problem}`, left: commands(scripts) };
  const merge = callSbatch(["--parsable", dependency(array.job), scripts.merge]);
  if (!("problem" in merge)) return { array: array.job, merge: merge.job };
  return {
    problem: `the array is submitted, as job ${array.job}, and the merge that follows it is not: ${merge.problem}`,
    left: [`sbatch ${dependency(array.job)} ${shellQuoted(scripts.merge)}`],
  };
}

/** What a person types in a shell to do the same. A job on another cluster than the usual one is told as `job;cluster`. */
export function commands({ array, merge }: Scripts): string[] {
  return [`array=$(sbatch --parsable ${shellQuoted(array)})`, `sbatch ${dependency(`"\${array%%;*}"`)} ${shellQuoted(merge)}`];
}

function dependency(job: string): string {
  return `--dependency=afterok:${job}`;
}

function callSbatch(args: readonly string[]): { job: string } | { problem: string } {
  const { status, stdout, stderr, error } = spawnSync("sbatch", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (error !== undefined) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return { problem: missing ? "there is no sbatch here" : `sbatch cannot be run: ${plainReason(error)}` };
  }
  // A site's own programs may have their say before.
  const job = /^(\d+)(;.*)?$/.exec(stdout.trim().split("\n").at(-1) ?? "");
  if (status === 0 && job !== null) return { job: job[1] };
  const said = [stderr, stdout].map((text) => text.trim()).find((text) => text !== "") ?? "nothing";
  return { problem: `sbatch ${status === 0 ? "told no job" : `ended with ${status}`}, and said: ${said}` };
}
