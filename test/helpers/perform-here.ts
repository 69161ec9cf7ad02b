import { join } from "node:path";
import { makeExperimentFolder } from "../../batch/experiment/folder/experiment-folder.ts";
import { planExperiment } from "../../batch/experiment/plan/plan-experiment.ts";
import { writeResultFiles } from "../../batch/experiment/tables/write-derived-files.ts";
import type { ExperimentProgress } from "../../batch/experiment/work/experiment-progress.ts";
import { performExperiment, resume, type Wishes } from "../../batch/experiment/work/perform-experiment.ts";
import { createRunPool, type WorkerSetup } from "../../batch/experiment/work/worker-pool.ts";
import type { Workplace } from "./command-line.ts";

const silent: ExperimentProgress = { finished() {}, say() {}, end() {} };

/** What the threads of `misbehaving-worker.mjs` do, and to which runs. */
export interface Misbehavior {
  readonly deed: "crash" | "crash_once" | "hang";
  readonly seed: string;
  /** arm and point as JSON, where it is one run alone */
  readonly only?: string;
  /** a file that is there once a thread has crashed once */
  readonly once?: string;
}

/** An experiment in this process, with threads that misbehave, as the command would perform it. */
export async function performHere(
  place: Workplace,
  file: string,
  out: string,
  misbehave: Misbehavior,
  wishes: Partial<Wishes> = {},
) {
  const planned = planExperiment(place.path(file));
  const folder = { name: out, path: place.path(out) };
  makeExperimentFolder(folder);
  const asked = { jobs: 2, ...wishes };
  const logged = resume(planned, folder, asked);
  const setup: WorkerSetup & { misbehave: Misbehavior } = {
    experiment: planned.plan.experiment,
    files: planned.peopleFiles,
    misbehave,
  };
  const worker = new URL(join("file://", import.meta.dirname, "misbehaving-worker.mjs"));
  const never = new AbortController().signal;
  const openPool = () => createRunPool(setup, asked.jobs, worker);
  const performed = await performExperiment(planned, folder, logged, asked, openPool, silent, { draining: never, ending: never });
  await writeResultFiles(folder, performed, { parquet: false });
  return performed;
}
