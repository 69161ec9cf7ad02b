import { parentPort } from "node:worker_threads";
import { type MeasuredRun, measureRun } from "./measured-run.ts";

/** A thread of `runInThreads`: replies to each task with its rows. */
parentPort?.on("message", (task: MeasuredRun) => parentPort?.postMessage(measureRun(task)));
