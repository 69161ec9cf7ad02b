import {
  advance,
  type Collector,
  createCollector,
  createRun,
  type Intervention,
  packState,
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
import { identityOf, type KeptRun, packKept, restoreKept, tickToKeep, unpackKept } from "./kept-run.ts";
import { findKnown, type KnownResults } from "./known-results.ts";
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

/** What a run can start from, and whether it keeps itself. None of it changes a result. */
export interface RunOptions {
  /** the settled world that the run forks from, as for `beginRun` */
  readonly world?: SettledWorld | undefined;
  /** an earlier run of this task with fewer ticks, as it was kept; passed over if it is of no use */
  readonly kept?: Uint8Array | undefined;
  /** whether to keep the run, so that it can continue if its experiment gets more ticks */
  readonly keeps?: boolean;
  /** SHA-256 of the agents and network files, which tell kept runs apart */
  readonly files?: readonly string[];
}

/** The result of a run, and what is kept of it. */
export interface PerformedRun extends RunResult {
  /** of `packKept`; undefined if nobody asked, if the run is too short, or if it stopped early */
  readonly kept?: Uint8Array;
  /** whether it continued an earlier run */
  readonly isContinued: boolean;
}

/**
 * Runs a task to its last tick and measures its outcomes and series. A pure function of its arguments.
 *
 * @throws InputError as `beginRun` does
 */
export function performRun(
  experiment: Experiment,
  task: RunTask,
  fromFiles: FromFiles,
  { world, kept, keeps = false, files = [] }: RunOptions = {},
): PerformedRun {
  const identity = () => identityOf(experiment, combinationOf(experiment, task, fromFiles), task.seed, files);
  const earlier = kept && continueRun(experiment, unpackKept(kept, identity()));
  const continued = earlier && advanceToEnd(experiment, earlier, keeps);
  const performed = continued ?? advanceToEnd(experiment, beginRun(experiment, task, fromFiles, world), keeps);
  if (performed === undefined) throw new RangeError("a run from its start has no earlier end");
  const { keptRun, ...result } = performed;
  const isContinued = continued !== undefined;
  return { ...result, isContinued, ...(keptRun && { kept: packKept(keptRun, identity()) }) };
}

/** A run in a kept state, to be replayed up to the end of the kept run. */
interface ContinuedRun extends BegunRun {
  readonly kept: KeptRun;
  readonly known: KnownResults;
}

/** @returns undefined if the kept run is of no use */
function continueRun(experiment: Experiment, kept: KeptRun | undefined): ContinuedRun | undefined {
  const known = kept && findKnown(experiment, kept);
  if (kept === undefined || known === undefined) return undefined;
  const { run, lives = false } = restoreKept(kept);
  const needs = needsLives(experiment);
  if (needs && lives === false) return undefined;
  const isMeasured = measuredTicks(experiment);
  const isNew = (tick: number) => tick > known.tick && isMeasured(tick);
  const collector = createCollector(run.population, isNew, { settled: run.settled, lives: needs && lives });
  return { run, collector, focal: kept.focal, kept, known };
}

/**
 * Advances a run to its last tick.
 *
 * @returns undefined if a continued run is not the kept one at its end, because the rules of the program have changed
 */
function advanceToEnd(
  experiment: Experiment,
  begun: BegunRun & Partial<ContinuedRun>,
  keeps: boolean,
): (RunResult & { readonly keptRun?: KeptRun }) | undefined {
  const { run, collector, focal, kept, known } = begun;
  const agents = kept?.agents ?? run.population.agents.count;
  const members = focalGroups(focal, agents);
  const recorder = createRecorder(experiment, run, members, known);
  const tables = createTableRecorder(experiment, run, members, known);
  const first = kept === undefined ? tickOf(run) : tickOf(run) - 1;
  const keepAt = keeps ? tickToKeep(experiment, first) : undefined;
  let state: Uint8Array | undefined;
  for (;;) {
    const row = collector.collect();
    if (row !== undefined) recorder.record(row, collector);
    if (tickOf(run) === known?.tick && stateHash(run) !== kept?.stateHash) return undefined;
    const isLast = recorder.stops || tickOf(run) >= experiment.ticks;
    tables?.record(collector, row, isLast);
    if (tickOf(run) === keepAt) state = packState(run, collector);
    if (isLast) break;
    advance(run);
  }
  const { series } = recorder;
  const results = { ...(series && { series }), stateHash: stateHash(run), ...(tables && { tables: tables.rows }) };
  const keptRun =
    state === undefined || recorder.stops
      ? undefined
      : keptOf(experiment, { ...results, focal, agents, state, samples: recorder.samples() });
  const lastTick = experiment.stop && { lastTick: tickOf(run) };
  return { values: recorder.values(), ...results, ...lastTick, ...(keptRun && { keptRun }) };
}

/** A finished run as it is kept, with what its series and tables hold. */
function keptOf(
  { ticks, series, tables }: Experiment,
  { series: rows, tables: tableRows, ...rest }: Omit<KeptRun, "ticks" | "series" | "tables"> & Pick<RunResult, "series" | "tables">,
): KeptRun {
  return {
    ticks,
    ...rest,
    ...(series && rows && { series: { ...series, rows } }),
    ...(tables && tableRows && { tables: { asked: tables, rows: tableRows } }),
  };
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
