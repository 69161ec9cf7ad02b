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

/** One run of an experiment, as a worker is told of it. */
export interface RunTask {
  readonly point: DesignPoint;
  readonly arm: Arm;
  readonly seed: string;
}

/** What comes of a run. */
export interface RunResult {
  /** in the order of the outcomes; NaN where one is not defined */
  readonly values: readonly number[];
  /** where series are kept: by measured tick, the tick and then the measures in their order */
  readonly series?: readonly (readonly number[])[];
  readonly stateHash: string;
}

/**
 * The run of a task at tick 0, ready to be moved on.
 *
 * @returns the run and its focal agents, ascending
 * @throws InputError where the settings do not fit each other, or the people
 */
export function beginRun(
  experiment: Experiment,
  { point, arm, seed }: RunTask,
  fromFiles: FromFiles,
): { run: Run; focal: number[] } {
  const { combination, problems } = combine(experiment, point, arm, fromFiles);
  throwIfAny(problems);
  const { parameters, interventions, focalTraits } = combination;
  const run = createRun({ parameters, seed, people: fromFiles.people, imported: fromFiles.imported });
  const { focalAgents } = experiment;
  // Chosen once, at the start: whom an intervention moves up or down afterwards is still asked after.
  const focal = focalAgents === undefined ? [] : selectAgents(run, focalAgents);
  const asked = focal.length > 0 && Object.keys(focalTraits).length > 0;
  const first: Intervention[] = asked ? [{ tick: 1, label: "focal agents", set_traits: focalTraits, agents: focal }] : [];
  run.interventions.push(...first, ...interventions);
  return { run, focal };
}

/**
 * Makes a run, moves it on to its last tick and measures what is asked: a pure function of its arguments.
 *
 * @throws InputError where the settings do not fit each other, or the people
 */
export function performRun(experiment: Experiment, task: RunTask, fromFiles: FromFiles): RunResult {
  const { run, focal } = beginRun(experiment, task, fromFiles);
  const recorder = createRecorder(experiment, run.population, focal);
  const collector = createCollector(run.population, recorder.isMeasured);
  for (;;) {
    const row = collector.collect();
    if (row !== undefined) recorder.record(row, collector);
    if (run.population.tick >= experiment.ticks) break;
    advance(run);
  }
  return { values: recorder.values(), series: recorder.series, stateHash: stateHash(run) };
}
