import { workerData } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { stepCode } from "../../../sim/compiled/step-code.ts";
import { InputError, type SettledWorld, useCompiledStep } from "../../../sim/index.ts";
import type { FromFiles } from "../../../study/combination.ts";
import { openWorld, performRun, settleWorld } from "../../../study/perform-run.ts";
import { packCheckpoint } from "../checkpoints/checkpoints.ts";
import { readState, writeState } from "../folder/state-files.ts";
import { packTables } from "../log/packed-tables.ts";
import { createPeopleReader } from "../plan/people-by-seed.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./worker-pool.ts";

const { experiment, files, burnIns, checkpoints, sums = [] }: WorkerSetup = workerData;
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
      writeState(burnIns, key, settleWorld(experiment, task, people, key));
      return { settled: true, seconds: seconds() };
    }
    const world = key === undefined ? undefined : findWorld(task, key, people);
    const earlier = checkpoints && task.continues && readKept(checkpoints, task.continues);
    const options = { world, keeps: task.keeps !== undefined, files: sums, kept: earlier || undefined };
    const { tables, kept, ...result } = performRun(experiment, task, people, options);
    const keptBytes = kept && task.keeps !== undefined ? keepRun(task.keeps, kept) : 0;
    return { ...result, keptBytes, ...(tables && { tables: packTables(tables) }), seconds: seconds() };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return { error: error instanceof InputError ? what : `internal error: ${what}`, seconds: seconds() };
  }
}

/** The settled world of a run. If its file is missing or damaged, the world is made again. */
function findWorld(task: WorkerTask, key: string, people: FromFiles): SettledWorld {
  const kept = latest?.key === key ? latest.bytes : burnIns && readState(burnIns, key);
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
    if (burnIns !== undefined) writeState(burnIns, key, bytes);
  } catch {} // the file only saves time
  return openWorld(experiment, bytes, key);
}

/** What a finished run has kept; undefined if the file is missing or damaged. */
function readKept(folder: string, id: string): Uint8Array | undefined {
  try {
    const bytes = readState(folder, id);
    return bytes && gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

/** @returns how many bytes were written */
function keepRun(id: string, kept: Uint8Array): number {
  if (checkpoints === undefined) return 0;
  try {
    const bytes = packCheckpoint(kept);
    writeState(checkpoints, id, bytes, false);
    return bytes.length;
  } catch {
    return 0; // the file only saves time
  }
}
