import type { Experiment } from "../../../study/experiment.ts";
import { outcomeText } from "../../../study/outcomes.ts";
import { type Plan, runAt } from "../../../study/plan.ts";
import type { FinishedRun } from "../../../study/tables/runs-table.ts";
import type { LogEntry } from "../log/log-entry.ts";
import type { LogReader } from "../log/log-reader.ts";
import { unpackRows } from "../log/packed-tables.ts";
import { hasSeries, type RunIndex } from "../log/run-index.ts";

/**
 * Reads the finished runs of a combination from the log, in the order of their replicates.
 *
 * @param replicates how many to include; later ones are left out
 */
export function* readFinishedRuns(
  index: RunIndex,
  log: LogReader,
  combination: number,
  replicates: number,
): Generator<FinishedRun> {
  const { plan } = index;
  const first = combination * plan.experiment.replicates;
  for (let number = first; number < first + replicates; number++) {
    const place = index.placeOf(number);
    if (place !== undefined) yield asFinished(plan, number, log.read(place));
  }
}

/** A finished run of a plan, from its entry in the log. */
export function asFinished(
  plan: Plan,
  number: number,
  { values, series, tables, state_hash: stateHash, last_tick: lastTick, error }: LogEntry,
): FinishedRun {
  return {
    planned: runAt(plan, number),
    values: valuesByName(plan, values ?? {}),
    series: series !== undefined && hasSeries(series, plan.experiment.series) ? series.rows : [],
    lastTick,
    tableRows: (name) => (error === undefined ? unpackRows(tables?.rows[name]) : []),
    stateHash: stateHash ?? "",
    error: error ?? "",
  };
}

/** The outcomes of the experiment under their current names, without those that the run lacks. */
function valuesByName({ experiment }: Plan, values: Readonly<Record<string, number | null>>): Record<string, number | null> {
  const byName: Record<string, number | null> = {};
  for (const outcome of experiment.outcomes) {
    const value = values[outcomeText(outcome)];
    if (value !== undefined) byName[outcome.name] = value;
  }
  return byName;
}

/** Values of some runs of a combination, by outcome and replicate; NaN where a run is missing or has none. */
export function valuesByOutcome({ outcomes }: Experiment, runs: Iterable<FinishedRun>, replicates: number): Float64Array[] {
  const columns = outcomes.map(() => new Float64Array(replicates).fill(Number.NaN));
  for (const { planned, values } of runs)
    for (const [at, { name }] of outcomes.entries()) {
      const column = columns[at];
      if (column !== undefined) column[planned.replicate - 1] = values[name] ?? Number.NaN;
    }
  return columns;
}
