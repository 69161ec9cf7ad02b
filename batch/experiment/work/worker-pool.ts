import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Experiment } from "../../../study/experiment.ts";
import type { RunResult, RunTask } from "../../../study/perform-run.ts";
import type { Failure } from "../log/log-entry.ts";
import type { PackedTables } from "../log/packed-tables.ts";
import type { PeopleFiles } from "../plan/people-by-seed.ts";

/** What every worker receives when it starts. */
export interface WorkerSetup {
  readonly experiment: Experiment;
  readonly files: PeopleFiles;
  /** the folder of settled worlds, in an experiment with a burn-in */
  readonly burnIns?: string;
  /** the folder of the checkpoints of finished runs */
  readonly checkpoints?: string;
  /** SHA-256 of the agents and network files; empty texts for none */
  readonly sums?: readonly string[];
}

/** What a worker is asked for. */
export interface WorkerTask extends RunTask {
  /** the key of the settled world that the run forks from; undefined if it has no burn-in or makes it on its way */
  readonly world?: string;
  /** only make the world */
  readonly settles?: true;
  /** continue the run of this id from its checkpoint */
  readonly continues?: string;
  /** keep a checkpoint of the run under this id */
  readonly keeps?: string;
}

/** The result of a run, with its tables packed. */
export type PackedResult = Omit<RunResult, "tables"> & {
  readonly tables?: PackedTables;
  /** whether the run continued from a checkpoint */
  readonly isContinued?: boolean;
  /** size of the checkpoint that was written */
  readonly keptBytes?: number;
};

/** What a worker returns. */
export type WorkerAnswer = (PackedResult | SettledAnswer | { readonly error: string }) & { readonly seconds: number };

/** What a worker returns that has made a settled world. */
interface SettledAnswer {
  readonly settled: true;
}

/** The outcome of one attempt to make a run. */
export type Attempt =
  | (PackedResult & { readonly seconds: number })
  | { readonly failure: Failure; readonly error: string; readonly seconds: number };

/** Worker threads, each of which makes one run at a time. */
export interface RunPool {
  /** @throws Error if the pool is closed before the run is finished */
  perform(task: WorkerTask): Promise<Attempt>;
  /**
   * Makes the settled world of a run.
   *
   * @returns whether that worked
   * @throws Error if the pool is closed before it is finished
   */
  settle(task: RunTask, world: string): Promise<boolean>;
  /** Ends all threads, whatever they are doing. */
  close(): Promise<void>;
}

/** Milliseconds. A longer timer would fire at once. */
const LONGEST_TIMER = 2_147_483_647;

/** How often to try a run whose thread dies, before it counts as a crash. The cause may be outside the run. */
const TRIES = 2;

/**
 * @param jobs how many threads, 1 or more
 * @param worker the built program of a thread; tests replace it with one that misbehaves
 */
export function createRunPool(
  setup: WorkerSetup,
  jobs: number,
  worker = new URL("./replicate.worker.js", import.meta.url),
): RunPool {
  const { runLimit } = setup.experiment;
  const pool = new Piscina<WorkerTask, WorkerAnswer>({
    filename: fileURLToPath(worker),
    workerData: setup,
    minThreads: jobs,
    maxThreads: jobs,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
  });
  let closed = false;

  /** @returns the answer, or the last words of a thread that died */
  async function ask(task: WorkerTask): Promise<WorkerAnswer | { readonly lastWords: string; readonly late: boolean }> {
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
        if ("values" in answer) return answer;
        if (!("lastWords" in answer)) break;
        if (answer.late)
          return { failure: "limit", error: `the run took longer than its limit of ${runLimit} s (run_limit)`, seconds: runLimit };
        lastWords = answer.lastWords;
      }
      return { failure: "crash", error: `the worker died ${TRIES} times: ${lastWords}`, seconds: 0 };
    },
    async settle(task, world) {
      return "settled" in (await ask({ ...task, world, settles: true }));
    },
    async close() {
      closed = true;
      await pool.destroy();
    },
  };
}
