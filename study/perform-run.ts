import {
  advance,
  createCollector,
  createRun,
  type Intervention,
  type Run,
  selectAgents,
  stateHash,
  throwIfAny,
} from "../sim/index.ts";
import { combine, type FromFiles } from "./combination.ts";
import type { Arm, DesignPoint, Experiment } from "./experiment.ts";
import { createRecorder } from "./recorder.ts";

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
}

/**
 * Creates the run of a task, at tick 0.
 *
 * @returns the run and its focal agents, ascending
 * @throws InputError if the settings conflict with each other or with the agents and network files
 */
export function beginRun(
  experiment: Experiment,
  { point, arm, seed }: RunTask,
  fromFiles: FromFiles,
): { run: Run; focal: number[] } {
  const { combination, problems } = combine(experiment, point, arm, fromFiles);
  throwIfAny(problems);
  const { parameters, interventions, focalTraits } = combination;
  const run = createRun({ parameters, seed, ...fromFiles });
  const { focalAgents } = experiment;
  // Chosen once, at the start: a later intervention that changes their rank does not change who is focal.
  const focal = focalAgents === undefined ? [] : selectAgents(run, focalAgents);
  const hasTraits = focal.length > 0 && Object.keys(focalTraits).length > 0;
  const first: Intervention[] = hasTraits ? [{ tick: 1, label: "focal agents", set_traits: focalTraits, agents: focal }] : [];
  run.interventions.push(...first, ...interventions);
  return { run, focal };
}

/**
 * Runs a task to its last tick and measures its outcomes and series. A pure function of its arguments.
 *
 * @throws InputError if the settings conflict with each other or with the agents and network files
 */
export function performRun(experiment: Experiment, task: RunTask, fromFiles: FromFiles): RunResult {
  const { run, focal } = beginRun(experiment, task, fromFiles);
  const recorder = createRecorder(experiment, run.population, focal);
  const collector = createCollector(run.population, recorder.isMeasured, { lives: recorder.needsLives });
  for (;;) {
    const row = collector.collect();
    if (row !== undefined) recorder.record(row, collector);
    if (run.population.tick >= experiment.ticks) break;
    advance(run);
  }
  const { series } = recorder;
  return { values: recorder.values(), ...(series && { series }), stateHash: stateHash(run) };
}
