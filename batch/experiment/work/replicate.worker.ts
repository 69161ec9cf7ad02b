import { workerData } from "node:worker_threads";
import { InputError } from "../../../sim/index.ts";
import { performRun, type RunTask } from "../../../study/perform-run.ts";
import { createPeopleReader } from "../plan/people-by-seed.ts";
import type { WorkerAnswer, WorkerSetup } from "./worker-pool.ts";

const { experiment, files }: WorkerSetup = workerData;
const peopleOf = createPeopleReader(files);

/** The program of a worker thread: makes one run after another. An error in a run is an answer, so the thread survives it. */
export default function perform(task: RunTask): WorkerAnswer {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    const result = performRun(experiment, task, peopleOf(task.seed));
    return { ...result, seconds: seconds() };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return { error: error instanceof InputError ? what : `internal error: ${what}`, seconds: seconds() };
  }
}
