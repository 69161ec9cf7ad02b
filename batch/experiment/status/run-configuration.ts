import { join } from "node:path";
import { InputError, runRecord, SERIES_INTERVAL } from "../../../sim/index.ts";
import { beginRun } from "../../../study/perform-run.ts";
import { type Plan, runAt } from "../../../study/plan.ts";
import type { Input } from "../../input/input-reader.ts";
import { type ExperimentFolder, RECORD } from "../folder/experiment-folder.ts";
import { LogReader } from "../log/log-reader.ts";
import { LOG, readLoggedRuns } from "../log/logged-runs.ts";
import { numbersById } from "../log/run-index.ts";
import { createPeopleReader } from "../plan/people-by-seed.ts";
import { planExperiment } from "../plan/plan-experiment.ts";

/**
 * One run of an experiment as a configuration that `weakties run` repeats, with all its tables; where it is finished, with the
 * state hash that has to come out. Files of people are named from the folder one is in.
 *
 * @throws InputError where the folder holds no experiment, or the experiment has no such run
 */
export function runConfiguration(folder: ExperimentFolder, id: string): Record<string, unknown> {
  const planned = planExperiment(join(folder.name, RECORD));
  const { plan, network, agents, peopleFiles } = planned;
  const number = numbersById(plan).get(id);
  if (number === undefined) throw new InputError([`--run: no run of ${folder.name} has the id ${id}`]);
  const { experiment } = plan;
  const task = runAt(plan, number);
  const { run } = beginRun(experiment, task, createPeopleReader(peopleFiles)(task.seed));
  const { scenario, ticks } = experiment;
  const details = { scenario, every: SERIES_INTERVAL, network: reference(network), agents: reference(agents) };
  const { state_hash: _ofStart, program, ...record } = runRecord(run, details);
  const hash = hashOf(folder, plan, number);
  // With a program, it would be the record of a run, which has a hash.
  return hash === undefined ? { ...record, ticks } : { program, ...record, ticks, state_hash: hash };
}

function reference(input: Input | undefined) {
  return input && { file: input.file, sha256: input.sha256 };
}

/** The state hash of a run; undefined where it is not finished, or failed. */
function hashOf(folder: ExperimentFolder, plan: Plan, number: number): string | undefined {
  const place = readLoggedRuns(folder.path, plan, undefined).index.placeOf(number);
  if (place === undefined) return undefined;
  const log = new LogReader(join(folder.path, LOG));
  const { state_hash } = log.read(place);
  log.close();
  return state_hash;
}
