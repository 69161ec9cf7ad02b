import { join } from "node:path";
import { worldKey } from "../../../sim/index.ts";
import { type Plan, runAt, type Shard, workOrder } from "../../../study/plan.ts";
import { keptTables } from "../../../study/run-tables.ts";
import { runsColumns, runTableColumnsOf, seriesColumns } from "../../../study/tables/runs-table.ts";
import { MOST_CHECKPOINT_BYTES } from "../checkpoints/checkpoints.ts";
import { BURN_INS, hasState } from "../folder/state-files.ts";
import type { BegunExperiment } from "../work/begin-experiment.ts";
import type { ExperimentFlags } from "../work/experiment-flags.ts";
import { runsToDo } from "../work/runs-to-do.ts";
import type { Share, TimedRun } from "./time-run.ts";

/** A table of the results. */
export interface PlannedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What is left to do. */
export interface Left {
  readonly runs: number;
  /** burn-ins to make, each of which several runs can share */
  readonly burnIns: number;
}

/** What an experiment will take, if all its runs are like the one that was timed. */
export interface Estimate {
  /** of work, with `jobs` threads on `cores` */
  readonly seconds: number;
  /** files and folders in the end, for all runs */
  readonly files: readonly { readonly name: string; readonly rows?: number; readonly bytes: number }[];
  readonly bytes: number;
  /** bytes of burn-ins that are kept while the work lasts; 0 if runs share none */
  readonly burnInBytes: number;
}

/** The tables with rows of runs, and their columns. A shard writes none. */
export function plannedTables({ experiment }: Plan, shard: Shard | undefined): PlannedTable[] {
  if (shard !== undefined) return [];
  const tables: PlannedTable[] = [{ name: "runs.csv", columns: runsColumns(experiment) }];
  if (experiment.series) tables.push({ name: "series.csv", columns: seriesColumns(experiment) });
  for (const name of keptTables(experiment)) tables.push({ name: `${name}.csv`, columns: runTableColumnsOf(experiment, name) });
  return tables;
}

/** Counts what is left. Changes nothing in the folder. */
export function countLeft(begun: BegunExperiment, { shard, again }: Pick<ExperimentFlags, "shard" | "again">): Left {
  const { index } = begun.logged;
  const worlds = new Set<string>();
  let runs = 0;
  for (const number of runsToDo(index, shard, again)) {
    runs++;
    const burnIn = begun.planned.burnIns[index.combinationOf(number)];
    if (burnIn !== undefined) worlds.add(worldKey(burnIn, runAt(index.plan, number).seed));
  }
  const folder = join(begun.folder.path, BURN_INS);
  return { runs, burnIns: [...worlds].filter((key) => !hasState(folder, key)).length };
}

/** @param cores of this machine: more jobs than cores don't save time */
export function estimate(
  { planned }: BegunExperiment,
  left: Left,
  run: TimedRun,
  { jobs, shard, cores }: Pick<ExperimentFlags, "jobs" | "shard"> & { readonly cores: number },
): Estimate {
  const { plan, burnIns } = planned;
  const all = shard === undefined ? plan.runs : [...workOrder(plan, shard)].length;
  const work = left.runs * run.seconds + left.burnIns * (run.burnIn?.seconds ?? 0);
  const ofRuns = (name: string, { rows, bytes }: Share) => ({ name, rows: rows * all, bytes: bytes * all });
  const checkpoints = Math.min(run.checkpointBytes * all, MOST_CHECKPOINT_BYTES);
  const tables = [
    ofRuns("runs.csv", run.runs),
    ...(run.series === undefined ? [] : [ofRuns("series.csv", run.series)]),
    ...[...run.tables].map(([name, share]) => ofRuns(`${name}.csv`, share)),
  ];
  const files = [
    ...(shard === undefined ? tables : []),
    { name: "log.jsonl", bytes: run.logBytes * all },
    ...(checkpoints > 0 ? [{ name: "checkpoints", bytes: checkpoints }] : []),
  ];
  const distinct = new Set(burnIns).size;
  return {
    seconds: work / Math.max(1, Math.min(jobs, cores, left.runs)),
    files,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    burnInBytes: distinct < plan.combinations ? distinct * (run.burnIn?.bytes ?? 0) : 0,
  };
}
