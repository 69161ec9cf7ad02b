import { outcomeText } from "../../../study/outcomes.ts";
import { type Plan, runAt } from "../../../study/plan.ts";
import type { FinishedRun } from "../../../study/tables/runs-table.ts";
import type { LogEntry } from "../log/log-entry.ts";
import type { LogReader } from "../log/log-reader.ts";
import { hasSeries, type RunIndex } from "../log/run-index.ts";

/**
 * Finished runs of a combination, in the order of their replicates, read from the log.
 *
 * @param replicates the first so many; later ones are left out
 */
export function* finishedRuns(index: RunIndex, log: LogReader, combination: number, replicates: number): Generator<FinishedRun> {
  const { plan } = index;
  const first = combination * plan.experiment.replicates;
  for (let number = first; number < first + replicates; number++) {
    const place = index.placeOf(number);
    if (place !== undefined) yield asFinished(plan, number, log.read(place));
  }
}

function asFinished(plan: Plan, number: number, { values, series, state_hash: stateHash, error }: LogEntry): FinishedRun {
  return {
    planned: runAt(plan, number),
    values: valuesByName(plan, values ?? {}),
    series: series !== undefined && hasSeries(series, plan.experiment.series) ? series.rows : [],
    stateHash: stateHash ?? "",
    error: error ?? "",
  };
}

/** The outcomes that are asked for now, as they are called now; those that the run does not have are left out. */
function valuesByName({ experiment }: Plan, values: Readonly<Record<string, number | null>>): Record<string, number | null> {
  const known = experiment.outcomes.map((outcome) => [outcome.name, values[outcomeText(outcome)]] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}
