import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openResults } from "../../batch/experiment/folder/open-results.ts";
import { BURN_INS } from "../../batch/experiment/folder/state-files.ts";
import { planExperiment } from "../../batch/experiment/plan/plan-experiment.ts";
import { writeDerivedFiles } from "../../batch/experiment/tables/write-derived-files.ts";
import { beginExperiment, type WorkOptions } from "../../batch/experiment/work/begin-experiment.ts";
import type { ExperimentProgress } from "../../batch/experiment/work/experiment-progress.ts";
import { performExperiment } from "../../batch/experiment/work/perform-experiment.ts";
import { createRunPool, type WorkerSetup } from "../../batch/experiment/work/worker-pool.ts";
import type { Workplace } from "./command-line.ts";

const silent: ExperimentProgress = { countRun() {}, say() {}, end() {} };

/** Faults that the threads of `misbehaving-worker.mjs` cause, and in which runs. */
export interface Misbehavior {
  readonly deed: "crash" | "crash_once" | "hang";
  readonly seed: string;
  /** arm and point as JSON, where it is one run alone */
  readonly only?: string;
  /** a file that exists after the first crash of a thread */
  readonly once?: string;
}

/** An experiment in this process, with threads that misbehave, as the command would perform it. */
export async function performHere(
  place: Workplace,
  file: string,
  out: string,
  misbehave: Misbehavior,
  options: Partial<WorkOptions> = {},
) {
  const planned = planExperiment(place.path(file));
  mkdirSync(place.path(out), { recursive: true });
  const results = openResults({ name: out, path: place.path(out) });
  if (results.kind === "foreign") throw new Error(results.problem);
  const asked = { jobs: 2, ...options };
  const begun = beginExperiment(planned, results, asked);
  const setup: WorkerSetup & { misbehave: Misbehavior } = {
    experiment: planned.plan.experiment,
    files: planned.peopleFiles,
    burnIns: join(place.path(out), BURN_INS),
    misbehave,
  };
  const worker = new URL(join("file://", import.meta.dirname, "misbehaving-worker.mjs"));
  const never = new AbortController().signal;
  const openPool = () => createRunPool(setup, asked.jobs, worker);
  const performed = await performExperiment(begun, asked, openPool, silent, { draining: never, ending: never });
  await writeDerivedFiles({ ...begun, ...performed, results: begun.folder }, { parquet: false });
  return performed;
}
