import { hostname } from "node:os";
import type { Experiment } from "../../../study/experiment.ts";
import { outcomeText } from "../../../study/outcomes.ts";
import type { PlannedReplicate } from "../../../study/plan.ts";
import { asJsonNumber, type LogEntry } from "../log/log-entry.ts";
import type { Attempt } from "./worker-pool.ts";

const host = hostname();

/**
 * Composes the log entry for an attempt.
 *
 * @param means what the runs of its combination mean
 * @param before the earlier entry of a run that was made again, because the experiment has new outcomes or the user asked for it. Its
 *   values stay, and the new attempt must give the same state hash.
 */
export function entryOfAttempt(
  experiment: Experiment,
  { id, arm, point, replicate, seed }: PlannedReplicate,
  means: string,
  attempt: Attempt,
  before?: LogEntry,
): LogEntry {
  const run = { id, means, arm: arm.name, point, replicate, seed, ticks: experiment.ticks };
  const when = { seconds: Number(attempt.seconds.toFixed(6)), at: new Date().toISOString(), host };
  const kept = before && {
    values: before.values,
    series: before.series,
    tables: before.tables,
    state_hash: before.state_hash,
    last_tick: before.last_tick,
  };
  if ("failure" in attempt) return { ...run, ...kept, failure: attempt.failure, error: attempt.error, ...when };
  const { stateHash, lastTick } = attempt;
  if (before?.state_hash !== undefined && before.state_hash !== stateHash) {
    const error = `the run differs from its record: state hash ${stateHash}, recorded ${before.state_hash}`;
    return { ...run, ...kept, failure: "mismatch", error, ...when };
  }
  const now = Object.fromEntries(
    experiment.outcomes.map((outcome, at) => [outcomeText(outcome), asJsonNumber(attempt.values[at] ?? Number.NaN)]),
  );
  const rows = attempt.series?.map((row) => row.map(asJsonNumber));
  const series = experiment.series && rows ? { ...experiment.series, rows } : before?.series;
  const packed = experiment.tables && attempt.tables;
  const tables = experiment.tables && packed ? { asked: experiment.tables, rows: packed } : before?.tables;
  return {
    ...run,
    values: { ...now, ...before?.values },
    ...(series && { series }),
    ...(tables && { tables }),
    state_hash: stateHash,
    last_tick: lastTick,
    ...when,
  };
}
