import {
  advance,
  type Collector,
  createCollector,
  createRun,
  type Intervention,
  packWorld,
  type Run,
  type SettledWorld,
  selectAgents,
  settle,
  stateHash,
  throwIfAny,
  tickOf,
  unpackWorld,
} from "../sim/index.ts";
import { type Combination, combine, type FromFiles } from "./combination.ts";
import type { Arm, DesignPoint, Experiment } from "./experiment.ts";
import { createRecorder, focalGroups, measuredTicks, needsLives } from "./recorder.ts";
import { createTableRecorder, type TableRows } from "./run-tables.ts";

/** One run of an experiment, as a worker receives it. */
export interface RunTask {
  readonly point: DesignPoint;
  readonly arm: Arm;
  readonly seed: string;
}

/** The result of a run. */
export interface RunResult {
  /** in the order of the outcomes; NaN where one is undefined */
  readonly values: readonly number[];
  /** if the experiment keeps series: for each measured tick, the tick, then the measures in order */
  readonly series?: readonly (readonly number[])[];
  readonly stateHash: string;
  /** if the experiment keeps tables of its runs */
  readonly tables?: TableRows;
  /** if the experiment has a stop condition: the tick at which the run ended */
  readonly lastTick?: number;
}

/** A run at tick 0, after its burn-in if it has one. */
interface BegunRun {
  readonly run: Run;
  readonly collector: Collector;
  /** ascending */
  readonly focal: readonly number[];
}

/**
 * Creates the run of a task, at tick 0. If it has a burn-in, it is settled there.
 *
 * @param world the settled world that the run forks from, which it changes; without it, the burn-in is made
 * @throws InputError if the settings conflict with each other or with the agents and network files
 */
export function beginRun(experiment: Experiment, task: RunTask, fromFiles: FromFiles, world?: SettledWorld): BegunRun {
  const combination = combinationOf(experiment, task, fromFiles);
  const { run, collector } = settledRun(experiment, combination, task, fromFiles, world);
  const { changes, interventions, focalTraits } = combination;
  const { focalAgents } = experiment;
  // Chosen once, at the start: a later intervention that changes their rank does not change who is focal.
  const focal = focalAgents === undefined ? [] : selectAgents(run, focalAgents);
  const first: Intervention[] = [];
  if (Object.keys(changes).length > 0) first.push({ tick: 1, label: "after the burn-in", set: changes });
  if (focal.length > 0 && Object.keys(focalTraits).length > 0)
    first.push({ tick: 1, label: "focal agents", set_traits: focalTraits, agents: focal });
  for (const one of [...first, ...interventions]) run.interventions.push(one); // more than a call can have arguments
  return { run, collector, focal };
}

/**
 * Makes the burn-in of a task, for `openWorld`.
 *
 * @throws InputError as `beginRun` does
 */
export function settleWorld(experiment: Experiment, task: RunTask, fromFiles: FromFiles, key: string): Uint8Array {
  const { run, collector } = settledRun(experiment, combinationOf(experiment, task, fromFiles), task, fromFiles);
  return packWorld(run, collector, key);
}

/**
 * Opens a settled world for `beginRun`.
 *
 * @throws InputError if the bytes are damaged or are another world
 */
export function openWorld(experiment: Experiment, bytes: Uint8Array, key: string): SettledWorld {
  return unpackWorld(bytes, key, measuredTicks(experiment));
}

/**
 * Runs a task to its last tick and measures its outcomes and series. A pure function of its arguments.
 *
 * @param world as for `beginRun`; it changes no result
 * @throws InputError as `beginRun` does
 */
export function performRun(experiment: Experiment, task: RunTask, fromFiles: FromFiles, world?: SettledWorld): RunResult {
  const { run, collector, focal } = beginRun(experiment, task, fromFiles, world);
  const members = focalGroups(focal, run.population.agents.count);
  const recorder = createRecorder(experiment, run, members);
  const tables = createTableRecorder(experiment, run, members);
  for (;;) {
    const row = collector.collect();
    if (row !== undefined) recorder.record(row, collector);
    const isLast = recorder.stops || tickOf(run) >= experiment.ticks;
    tables?.record(collector, row, isLast);
    if (isLast) break;
    advance(run);
  }
  const { series } = recorder;
  const ended = experiment.stop && { lastTick: tickOf(run) };
  const kept = tables && { tables: tables.rows };
  return { values: recorder.values(), ...(series && { series }), stateHash: stateHash(run), ...ended, ...kept };
}

function combinationOf(experiment: Experiment, { point, arm }: RunTask, fromFiles: FromFiles): Combination {
  const { combination, problems } = combine(experiment, point, arm, fromFiles);
  throwIfAny(problems);
  return combination;
}

/** A run at tick 0, without interventions. */
function settledRun(
  experiment: Experiment,
  { parameters }: Combination,
  { seed }: RunTask,
  fromFiles: FromFiles,
  world?: SettledWorld,
): { run: Run; collector: Collector } {
  const { settled = 0 } = experiment;
  const isMeasured = measuredTicks(experiment);
  if (world !== undefined) {
    const { run, memory } = world;
    return { run, collector: createCollector(run.population, isMeasured, { settled, memory, lives: needsLives(experiment) }) };
  }
  const run = createRun({ parameters, seed, settled, ...fromFiles });
  const collector = createCollector(run.population, isMeasured, { settled, lives: needsLives(experiment) });
  settle(run, collector);
  return { run, collector };
}
