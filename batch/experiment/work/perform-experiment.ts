import { join } from "node:path";
import { InputError } from "../../../sim/index.ts";
import { runAt, type Shard, workOrder } from "../../../study/plan.ts";
import { clearAsides } from "../../files/replace-file.ts";
import type { StopSignals } from "../../process/stop-signals.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import { experimentRecord, readRecordOf, recordDifferences, writeRecord } from "../folder/experiment-record.ts";
import { checkVersion, precisionOf, readRecordedExperiment, tellRule } from "../folder/recorded-experiment.ts";
import { LogReader } from "../log/log-reader.ts";
import { LOG, type LoggedRuns, openLog, readLoggedRuns } from "../log/logged-runs.ts";
import { DONE, FAILED, MISSING, PARTIAL, type RunIndex } from "../log/run-index.ts";
import { growthProblems, refusal, refusalOfRuns } from "../plan/compare-experiments.ts";
import type { PlannedExperiment } from "../plan/plan-experiment.ts";
import { entryOf } from "./attempt-entry.ts";
import type { ExperimentProgress } from "./experiment-progress.ts";
import { workThrough } from "./work-through.ts";
import type { RunPool } from "./worker-pool.ts";

/** What is asked of an experiment beside its file. */
export interface Wishes {
  /** runs that are made at the same time, 1 or more */
  readonly jobs: number;
  readonly shard?: Shard;
  /** of the mean; half the width that every interval may have */
  readonly untilPrecision?: number;
  /** only these runs, whether they failed or not; `failed`: those that failed */
  readonly again?: "failed" | readonly string[];
}

/** What is there when a process has done its part. */
export interface Performed {
  readonly index: RunIndex;
  /** runs that this process was to see done */
  readonly planned: number;
  /** of them, those that are finished, and those that failed */
  readonly done: number;
  readonly failed: number;
  /** of each combination, as many replicates are of use: fewer than planned where precision was reached before */
  readonly replicates: number;
  /** runs that were made now */
  readonly made: number;
}

/**
 * Reads what a locked folder has of an experiment, and looks whether it may go on there.
 *
 * @throws InputError where finished runs would mean something else; then nothing has been changed
 */
export function resume(planned: PlannedExperiment, folder: ExperimentFolder, wishes: Wishes): LoggedRuns {
  const before = readRecordOf(folder);
  const now = recordFor(planned, folder, wishes);
  if (before !== undefined) {
    const recorded = readRecordedExperiment(folder);
    checkVersion(recorded, folder);
    if (wishes.shard === undefined && recorded.record.shard !== undefined)
      throw new InputError([
        `${folder.name} is shard ${recorded.record.shard} of an experiment: go on with --shard ${recorded.record.shard} and the folder around it, or name another folder with --out`,
      ]);
    if (wishes.shard !== undefined && before.hash !== now.hash)
      throw new InputError([
        `${folder.name} is a shard of this experiment as it was before its file changed; what shards do is fixed beforehand: merge them first and add to the whole, or name another folder with --out`,
      ]);
    const problems = growthProblems(recorded.experiment, planned.plan.experiment);
    // An outcome may be another one because a run is longer: what is at the bottom of it comes first.
    if (problems.length > 0) throw new InputError(refusal(folder.name, [...recordDifferences(before, now), ...problems]));
  }
  clearAsides(folder.path);
  const logged = readLoggedRuns(folder.path, planned.plan, planned.meanings);
  if (logged.different !== undefined) throw new InputError(refusalOfRuns(folder.name, before ?? {}, now));
  writeRecord(folder, now);
  return logged;
}

function recordFor({ plan, network, agents, found }: PlannedExperiment, folder: ExperimentFolder, wishes: Wishes) {
  const { shard, untilPrecision } = wishes;
  return experimentRecord(plan.experiment, { network, agents, found, shard, untilPrecision }, folder);
}

/**
 * Makes the runs of an experiment that are still missing, in a folder that is locked, and records each when it is whole.
 *
 * @throws WriteError where the system takes no more; what was recorded stays
 */
export async function performExperiment(
  { plan, meanings }: PlannedExperiment,
  folder: ExperimentFolder,
  logged: LoggedRuns,
  wishes: Wishes,
  openPool: () => RunPool,
  progress: ExperimentProgress,
  { draining, ending }: Pick<StopSignals, "draining" | "ending">,
): Promise<Performed> {
  const { index } = logged;
  const { experiment } = plan;
  const { shard, jobs, untilPrecision } = wishes;
  // What is asked for by name is made, however precise all is without it.
  const rule = wishes.again === undefined ? precisionOf(plan, untilPrecision) : undefined;
  const log = await openLog(folder.path, logged.length);
  const reader = new LogReader(join(folder.path, LOG));
  if (rule !== undefined) tellRuleOfAll(index, reader, (number, entry) => tellRule(rule, index, number, entry));
  const toDo = runsToDo(index, shard, wishes.again);
  let made = 0;

  const next = (): number | undefined => (rule?.settledAfter() === undefined ? toDo.next().value : undefined) ?? undefined;
  const record = async (number: number, attempt: Parameters<typeof entryOf>[3]): Promise<void> => {
    const place = index.placeOf(number);
    const before = place && reader.read(place);
    const entry = entryOf(experiment, runAt(plan, number), meanings[index.combinationOf(number)], attempt, before);
    index.note(number, entry, await log.append(entry));
    tellRule(rule, index, number, entry);
    made++;
    progress.finished(attempt.seconds);
  };

  let settled: number | undefined;
  // Threads take a moment to begin: not where there is nothing to do.
  let pool: RunPool | undefined;
  const perform = (number: number) => {
    pool ??= openPool();
    const { point, arm, seed } = runAt(plan, number);
    return pool.perform({ point, arm, seed });
  };
  const end = () => void pool?.close();
  ending.addEventListener("abort", end);
  try {
    await workThrough({ jobs, next, perform, record, draining, ending });
    settled = rule === undefined ? settledAfter(index, reader, untilPrecision) : rule.settledAfter();
  } finally {
    ending.removeEventListener("abort", end);
    await pool?.close();
    await log.close();
    reader.close();
  }
  const mine = [...workOrder(plan, shard)];
  const replicates = settled ?? experiment.replicates;
  const used = mine.filter((number) => number % experiment.replicates < replicates);
  const count = (state: number) => used.filter((number) => index.state[number] === state).length;
  return { index, planned: used.length, done: count(DONE), failed: count(FAILED), replicates, made };
}

/** After how many replicates all that is recorded is precise enough; undefined where it is not, or nobody asks. */
function settledAfter(index: RunIndex, reader: LogReader, untilPrecision: number | undefined): number | undefined {
  const rule = precisionOf(index.plan, untilPrecision);
  if (rule !== undefined) tellRuleOfAll(index, reader, (number, entry) => tellRule(rule, index, number, entry));
  return rule?.settledAfter();
}

function tellRuleOfAll(index: RunIndex, reader: LogReader, tell: (number: number, entry: ReturnType<LogReader["read"]>) => void) {
  for (let number = 0; number < index.state.length; number++) {
    const place = index.placeOf(number);
    if (place !== undefined) tell(number, reader.read(place));
  }
}

/** Numbers of the runs that are to be made, in the order of work. */
function* runsToDo(index: RunIndex, shard: Shard | undefined, again: Wishes["again"]): Generator<number, undefined> {
  const { plan, state } = index;
  const asked = Array.isArray(again) ? new Set<string>(again) : undefined;
  for (const number of workOrder(plan, shard)) {
    if (asked !== undefined ? asked.has(runAt(plan, number).id) : isToDo(state[number], again)) yield number;
  }
  return undefined;
}

function isToDo(state: number, again: Wishes["again"]): boolean {
  return again === "failed" ? state === FAILED : state === MISSING || state === PARTIAL;
}
