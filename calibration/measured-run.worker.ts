import { parentPort } from "node:worker_threads";
import { stepCode } from "../sim/compiled/step-code.ts";
import { useCompiledStep } from "../sim/index.ts";
import { type MeasuredRun, measureRun } from "./measured-run.ts";

useCompiledStep(stepCode);

/** A thread of `runInThreads`: replies to each task with its rows. */
parentPort?.on("message", (task: MeasuredRun) => parentPort?.postMessage(measureRun(task)));
