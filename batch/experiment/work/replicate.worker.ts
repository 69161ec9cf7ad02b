import { workerData } from "node:worker_threads";
import { stepCode } from "../../../sim/compiled/step-code.ts";
import { InputError, type SettledWorld, useCompiledStep } from "../../../sim/index.ts";
import type { FromFiles } from "../../../study/combination.ts";
import { openWorld, performRun, settleWorld } from "../../../study/perform-run.ts";
import { readBurnIn, writeBurnIn } from "../burn-ins/burn-in-files.ts";
import { packTables } from "../log/packed-tables.ts";
import { createPeopleReader } from "../plan/people-by-seed.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./worker-pool.ts";

const { experiment, files, burnIns }: WorkerSetup = workerData;
const peopleOf = createPeopleReader(files);
useCompiledStep(stepCode);

/** The settled world that this thread used last, because runs that share one follow each other. */
let latest: { readonly key: string; readonly bytes: Uint8Array } | undefined;

/** The program of a worker thread: makes one run after another. An error in a run is an answer, so the thread survives it. */
export default function perform(task: WorkerTask): WorkerAnswer {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    const people = peopleOf(task.seed);
    const { world: key, settles } = task;
    if (key !== undefined && settles) {
      if (burnIns === undefined) throw new Error("a settled world needs a folder");
      writeBurnIn(burnIns, key, settleWorld(experiment, task, people, key));
      return { settled: true, seconds: seconds() };
    }
    const world = key === undefined ? undefined : findWorld(task, key, people);
    const { tables, ...result } = performRun(experiment, task, people, world);
    return { ...result, ...(tables && { tables: packTables(tables) }), seconds: seconds() };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return { error: error instanceof InputError ? what : `internal error: ${what}`, seconds: seconds() };
  }
}

/** The settled world of a run. If its file is missing or damaged, the world is made again. */
function findWorld(task: WorkerTask, key: string, people: FromFiles): SettledWorld {
  const kept = latest?.key === key ? latest.bytes : burnIns && readBurnIn(burnIns, key);
  if (kept) {
    try {
      const world = openWorld(experiment, kept, key);
      latest = { key, bytes: kept };
      return world;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  const bytes = settleWorld(experiment, task, people, key);
  latest = { key, bytes };
  try {
    if (burnIns !== undefined) writeBurnIn(burnIns, key, bytes);
  } catch {} // the file only saves time
  return openWorld(experiment, bytes, key);
}
