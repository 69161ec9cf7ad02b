import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { runCommandLine } from "../batch/run-command-line.ts";

/** Where experiments are and how they run. */
export interface RunOptions {
  /** holds the experiment files */
  readonly experiments: string;
  /** will hold the folders of the results */
  readonly out: string;
  /** at most so many replicates of each experiment */
  readonly seeds: number;
  /** runs at the same time */
  readonly jobs: number;
}

/**
 * Runs an experiment as `weakties experiment` does, so that it can be stopped and resumed. More replicates are added to those that
 * are finished.
 *
 * @param name of the file, without its ending
 * @returns the exit code: not 0 if it was stopped, or if a run failed
 */
export async function runExperiment(name: string, { experiments, out, seeds, jobs }: RunOptions): Promise<number> {
  const experiment = parse(readFileSync(join(experiments, `${name}.yaml`), "utf8"));
  const replicates = Math.min(experiment.replicates, seeds);
  const copies = join(out, "experiments");
  mkdirSync(copies, { recursive: true });
  const copy = join(copies, `${name}.json`);
  writeFileSync(copy, `${JSON.stringify({ ...experiment, replicates }, null, 2)}\n`);
  return runCommandLine(["experiment", copy, "--out", join(out, name), "--jobs", `${jobs}`]);
}
