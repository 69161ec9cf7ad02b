import { InputError, runRecord, SERIES_INTERVAL } from "../../../sim/index.ts";
import { beginRun } from "../../../study/perform-run.ts";
import { createPlan, runAt } from "../../../study/plan.ts";
import { InputReader } from "../../input/input-reader.ts";
import type { ExperimentResults } from "../folder/experiment-results.ts";
import type { LogEntry } from "../log/log-entry.ts";
import { numbersById } from "../log/run-index.ts";
import { createPeopleReader } from "../plan/people-by-seed.ts";
import { readExperimentFiles } from "../plan/plan-experiment.ts";

/**
 * Describes one run of an experiment as a configuration that `weakties run` repeats, with all its tables. If the run is finished, the
 * configuration includes the state hash that must result. Paths of files about people are relative to the current folder.
 *
 * @throws InputError if the experiment has no such run
 */
export function runConfiguration(results: ExperimentResults, id: string): Record<string, unknown> {
  const reader = new InputReader();
  const { experiment, network, agents, peopleFiles } = readExperimentFiles(results.file, reader);
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  const plan = createPlan(experiment);
  const number = numbersById(plan).get(id);
  if (number === undefined) throw new InputError([`--run: no run of ${results.folder.name} has the id ${id}`]);
  const task = runAt(plan, number);
  const { run } = beginRun(experiment, task, createPeopleReader(peopleFiles)(task.seed));
  const { scenario, ticks } = experiment;
  const details = {
    scenario,
    every: SERIES_INTERVAL,
    ...(network && { network: { file: network.file, sha256: network.sha256, ...network.reading } }),
    ...(agents && { agents: { file: agents.file, sha256: agents.sha256, ...agents.reading } }),
  };
  const { state_hash: _ofStart, program, ...record } = runRecord(run, details);
  const { state_hash: hash, last_tick: last = ticks } = readEnd(results, number);
  // `program` marks the record of a run, which has a hash.
  return hash === undefined ? { ...record, ticks } : { program, ...record, ticks: last, state_hash: hash };
}

/** How a run ended; empty if it is not finished, or failed. */
function readEnd(results: ExperimentResults, number: number): Pick<LogEntry, "state_hash" | "last_tick"> {
  const place = results.readRuns().index.placeOf(number);
  if (place === undefined) return {};
  const log = results.log.openReader();
  try {
    return log.read(place);
  } finally {
    log.close();
  }
}
