import { stepCode } from "../../../sim/compiled/step-code.ts";
import { csvLine, useCompiledStep, worldKey } from "../../../sim/index.ts";
import { openWorld, performRun, settleWorld } from "../../../study/perform-run.ts";
import { type PlannedReplicate, runAt } from "../../../study/plan.ts";
import { keptTables, type RunTableName } from "../../../study/run-tables.ts";
import { rowsOfRunTable, runsRow, seriesRows } from "../../../study/tables/runs-table.ts";
import { packCheckpoint } from "../checkpoints/checkpoints.ts";
import { encodeEntry } from "../log/log-entry.ts";
import { packTables } from "../log/packed-tables.ts";
import { createPeopleReader } from "../plan/people-by-seed.ts";
import type { PlannedExperiment } from "../plan/plan-experiment.ts";
import { asFinished } from "../tables/finished-runs.ts";
import { entryOfAttempt } from "../work/entry-of-attempt.ts";

/** What a run adds to a table. */
export interface Share {
  readonly rows: number;
  readonly bytes: number;
}

/** One run of an experiment that was made to see how long it takes and how much it writes. */
export interface TimedRun {
  readonly planned: PlannedReplicate;
  /** how often it was made; short runs are repeated, because a program is slow when it begins */
  readonly times: number;
  /** of the run without its burn-in */
  readonly seconds: number;
  /** undefined if the experiment has no burn-in */
  readonly burnIn?: { readonly seconds: number; readonly bytes: number };
  /** bytes of its line in log.jsonl */
  readonly logBytes: number;
  /** bytes of its checkpoint; 0 if it is too short for one */
  readonly checkpointBytes: number;
  readonly runs: Share;
  /** undefined if the experiment keeps no series */
  readonly series?: Share;
  readonly tables: ReadonlyMap<RunTableName, Share>;
}

/** A run that takes less is repeated until this time has passed, in milliseconds. */
const LONG_ENOUGH = 1000;

/**
 * Makes the first run of an experiment as a worker would, and sizes its output. All of it stays in memory.
 *
 * @param clock in milliseconds
 * @throws InputError if the run fails
 */
export function timeRun(planned: PlannedExperiment, keeps: boolean, clock: () => number): TimedRun {
  const { plan, peopleFiles, sums, burnIns, meanings } = planned;
  const { experiment } = plan;
  const first = runAt(plan, 0);
  const task = { point: first.point, arm: first.arm, seed: first.seed };
  useCompiledStep(stepCode);
  const people = createPeopleReader(peopleFiles)(task.seed);
  const timed = <T>(make: () => T) => {
    const began = clock();
    const made = make();
    return { made, seconds: (clock() - began) / 1000 };
  };
  const key = burnIns[0] && worldKey(burnIns[0], task.seed);
  const world = key === undefined ? undefined : timed(() => settleWorld(experiment, task, people, key));
  const make = () => {
    const settled = world && key && openWorld(experiment, world.made, key);
    return performRun(experiment, task, people, { ...(settled && { world: settled }), keeps, files: sums });
  };
  const began = clock();
  let latest = timed(make);
  const seconds = [latest.seconds];
  while (clock() - began < LONG_ENOUGH) {
    latest = timed(make);
    seconds.push(latest.seconds);
  }
  const { tables, kept, ...result } = latest.made;
  const attempt = { ...result, ...(tables && { tables: packTables(tables) }), seconds: latest.seconds };
  const entry = entryOfAttempt(experiment, first, meanings[0] ?? "", attempt);
  const finished = asFinished(plan, 0, entry);
  return {
    planned: first,
    times: seconds.length,
    seconds: median(seconds),
    ...(world && { burnIn: { seconds: world.seconds, bytes: world.made.length } }),
    logBytes: Buffer.byteLength(encodeEntry(entry)),
    checkpointBytes: kept === undefined ? 0 : packCheckpoint(kept).length,
    runs: sizeRows([runsRow(experiment, finished)]),
    ...(experiment.series && { series: sizeRows(seriesRows(experiment, finished)) }),
    tables: new Map(keptTables(experiment).map((name) => [name, sizeRows(rowsOfRunTable(experiment, name, finished))])),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function sizeRows(rows: Iterable<Parameters<typeof csvLine>[0]>): Share {
  let [count, bytes] = [0, 0];
  for (const row of rows) {
    count++;
    bytes += Buffer.byteLength(csvLine(row));
  }
  return { rows: count, bytes };
}
