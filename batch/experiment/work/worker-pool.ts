import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Experiment } from "../../../study/experiment.ts";
import type { RunResult, RunTask } from "../../../study/perform-run.ts";
import type { Failure } from "../log/log-entry.ts";
import type { PeopleFiles } from "../plan/people-by-seed.ts";

/** What every thread is told at its start. */
export interface WorkerSetup {
  readonly experiment: Experiment;
  readonly files: PeopleFiles;
}

/** What a thread answers. */
export type WorkerAnswer = (RunResult | { readonly error: string }) & { readonly seconds: number };

/** What became of a run. */
export type Attempt =
  | (RunResult & { readonly seconds: number })
  | { readonly failure: Failure; readonly error: string; readonly seconds: number };

/** Threads that make runs, each one after the other. */
export interface RunPool {
  /** @throws Error where the pool is closed before the run is over */
  perform(task: RunTask): Promise<Attempt>;
  /** Ends all threads, whatever they are at. */
  close(): Promise<void>;
}

/** Milliseconds: a longer timer would ring at once. */
const LONGEST_TIMER = 2_147_483_647;

/** A thread that ends within a run may have been ended from outside: a run is tried so many times before it is called a crash. */
const TRIES = 2;

/**
 * @param jobs threads, 1 or more
 * @param worker the program of a thread, as built; tests put in one that misbehaves
 */
export function createRunPool(
  setup: WorkerSetup,
  jobs: number,
  worker = new URL("./replicate.worker.js", import.meta.url),
): RunPool {
  const { runLimit } = setup.experiment;
  const pool = new Piscina<RunTask, WorkerAnswer>({
    filename: fileURLToPath(worker),
    workerData: setup,
    minThreads: jobs,
    maxThreads: jobs,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
  });
  let closed = false;

  /** @returns what is not an answer as the words with which the thread ended */
  async function ask(task: RunTask): Promise<WorkerAnswer | { readonly lastWords: string; readonly late: boolean }> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), Math.min(1000 * runLimit, LONGEST_TIMER));
    try {
      return await pool.run(task, { signal: limit.signal });
    } catch (error) {
      if (closed) throw error;
      return { lastWords: error instanceof Error ? error.message : String(error), late: limit.signal.aborted };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async perform(task) {
      let lastWords = "";
      for (let tries = 0; tries < TRIES; tries++) {
        const answer = await ask(task);
        if ("error" in answer) return { failure: "error", ...answer };
        if (!("lastWords" in answer)) return answer;
        if (answer.late)
          return { failure: "limit", error: `not finished within its limit of ${runLimit} s (run_limit)`, seconds: runLimit };
        lastWords = answer.lastWords;
      }
      return { failure: "crash", error: `its worker ended ${TRIES} times: ${lastWords}`, seconds: 0 };
    },
    async close() {
      closed = true;
      await pool.destroy();
    },
  };
}
