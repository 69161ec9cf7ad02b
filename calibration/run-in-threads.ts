import { Worker } from "node:worker_threads";
import type { MeasuredRun, Rows, Runner } from "./measured-run.ts";

/**
 * Runs tasks in threads. Each thread takes the next task when it has finished one. The results do not depend on the number of
 * threads, since a run depends only on its task. The threads run compiled files, because workers in Node cannot load TypeScript.
 *
 * @param threads 1 or more
 * @param onProgress called after each task
 */
export function runInThreads(threads: number, onProgress: (done: number, of: number) => void = () => {}): Runner {
  return async (tasks) => {
    const results: Rows[] = new Array(tasks.length);
    let next = 0;
    let done = 0;
    const finish = (at: number, rows: Rows) => {
      results[at] = rows;
      onProgress(++done, tasks.length);
    };
    const takeNext = () => (next < tasks.length ? next++ : -1);
    const workers = Array.from({ length: Math.min(threads, tasks.length) }, startWorker);
    try {
      await Promise.all(workers.map((worker) => work(worker, tasks, takeNext, finish)));
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
    return results;
  };
}

function startWorker(): Worker {
  return new Worker(new URL("./measured-run.worker.js", import.meta.url));
}

/** Sends tasks to one thread until none is left. */
function work(
  worker: Worker,
  tasks: readonly MeasuredRun[],
  takeNext: () => number,
  finish: (at: number, rows: Rows) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let at = -1;
    const begin = () => {
      at = takeNext();
      if (at < 0) resolve();
      else worker.postMessage(tasks[at]);
    };
    worker.on("message", (rows: Rows) => {
      finish(at, rows);
      begin();
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("a thread ended before its run was finished")));
    begin();
  });
}
