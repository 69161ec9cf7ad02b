import { join } from "node:path";
import type { RunTask } from "../../../study/perform-run.ts";
import { runAt } from "../../../study/plan.ts";
import type { StopSignals } from "../../process/stop-signals.ts";
import { BurnIns } from "../burn-ins/burn-ins.ts";
import { Checkpoints } from "../checkpoints/checkpoints.ts";
import { BURN_INS } from "../folder/state-files.ts";
import { countRuns, type RunCounts } from "../log/count-runs.ts";
import { addToPrecision, usedReplicates } from "../log/experiment-log.ts";
import type { RunIndex } from "../log/run-index.ts";
import type { BegunExperiment, WorkOptions } from "./begin-experiment.ts";
import { entryOfAttempt } from "./entry-of-attempt.ts";
import type { ExperimentProgress } from "./experiment-progress.ts";
import { runsToDo } from "./runs-to-do.ts";
import { workThrough } from "./work-through.ts";
import type { Attempt, RunPool } from "./worker-pool.ts";

/** The state of an experiment after a process has done its part. */
export interface Performed extends RunCounts {
  readonly index: RunIndex;
  /** how many replicates of each combination count: fewer than planned if the precision was reached earlier */
  readonly replicates: number;
  /** runs that this process made */
  readonly made: number;
  /** of these, runs that continued from checkpoints */
  readonly continued: number;
  /** settled worlds that this process made, and their size in bytes */
  readonly burnIns: { readonly made: number; readonly bytes: number };
}

/**
 * Makes the missing runs of an experiment, in a locked folder, and records each one when it is finished.
 *
 * @param openPool starts the threads; not called if there is nothing to do
 * @throws WriteError if the system refuses a write; recorded runs stay
 */
export async function performExperiment(
  { planned, folder, log, logged }: BegunExperiment,
  { jobs, shard, again, checkpoints: keepsCheckpoints = false }: WorkOptions,
  openPool: () => RunPool,
  progress: ExperimentProgress,
  { draining, ending }: Pick<StopSignals, "draining" | "ending">,
): Promise<Performed> {
  const { plan, meanings } = planned;
  const burnInFolder = join(folder.path, BURN_INS);
  const { index, precision } = logged;
  const writer = await log.openWriter(logged.length);
  const reader = log.openReader();
  const toDo = runsToDo(index, shard, again);
  const burnIns = new BurnIns(burnInFolder, planned.burnIns, index, runsToDo(index, shard, again), jobs);
  const checkpoints = new Checkpoints(folder.path, keepsCheckpoints);
  let made = 0;
  let continued = 0;
  let pool: RunPool | undefined;

  // Runs that the user names are made, even if the results are precise enough without them.
  const isEnough = () => again === undefined && precision.settledAfter() !== undefined;
  const next = () => (isEnough() ? undefined : toDo.next().value);
  const taskOf = (number: number): RunTask => {
    const { point, arm, seed } = runAt(plan, number);
    return { point, arm, seed };
  };
  const perform = async (number: number) => {
    pool ??= openPool();
    const { settle, perform } = pool;
    const { id } = runAt(plan, number);
    // Runs that the user names are made from their start, to see whether they come out the same.
    const continues = again === undefined && checkpoints.has(id);
    const world = continues ? undefined : await burnIns.provide(number, (first, key) => settle(taskOf(first), key));
    return perform({
      ...taskOf(number),
      ...(world !== undefined && { world }),
      ...(continues && { continues: id }),
      ...(checkpoints.keeps && { keeps: id }),
    });
  };
  const record = async (number: number, attempt: Attempt): Promise<void> => {
    const place = index.placeOf(number);
    const before = place && reader.read(place);
    const means = meanings[index.combinationOf(number)] ?? "";
    const entry = entryOfAttempt(plan.experiment, runAt(plan, number), means, attempt, before);
    index.note(number, entry, await writer.append(entry));
    addToPrecision(precision, index, number, entry);
    burnIns.finish(number);
    if ("values" in attempt) {
      checkpoints.add(attempt.keptBytes ?? 0);
      if (attempt.isContinued) continued++;
    }
    made++;
    progress.countRun(attempt.seconds);
  };
  const end = () => void pool?.close();

  ending.addEventListener("abort", end);
  try {
    await workThrough({ jobs, next, perform, record, draining, ending });
  } finally {
    ending.removeEventListener("abort", end);
    await pool?.close();
    await writer.close();
    reader.close();
    burnIns.end(draining.aborted || ending.aborted);
  }
  const replicates = usedReplicates(logged);
  return { index, ...countRuns(index, shard, replicates), replicates, made, continued, burnIns };
}
