import {
  type Collector,
  intervene as changeRun,
  formatValue,
  stateHash as hashState,
  InputError,
  type Run as ModelRun,
  runRecord as recordOf,
  advance as step,
  tickOf,
} from "../sim/index.ts";
import type { Change, Intervention } from "./change.ts";
import type { ParameterValues } from "./parameter-types.ts";

/** A run: one set of parameters and one seed. `createRun` makes one. */
export interface Run {
  readonly seed: string;
  /** ticks since the start, or since the end of the burn-in */
  readonly tick: number;
  /** ticks between two rows of the series */
  readonly every: number;
  /** those at the start, by name */
  readonly parameters: ParameterValues;
  /** in the order in which they act; those of `intervene` are added */
  readonly interventions: readonly Intervention[];
  /** what a person should know before the run starts, such as a default that was changed to fit */
  readonly notes: readonly string[];
}

/** What is behind a run. */
export interface Inside {
  readonly run: ModelRun;
  readonly collector: Collector;
  readonly every: number;
  /** the last tick whose row was returned; −1 before the first */
  lastRow: number;
  /** whether the tick that is collected now needs its row */
  wantsRow: boolean;
}

const insides = new WeakMap<Run, Inside>();

export function keepInside(run: Run, inside: Inside): void {
  insides.set(run, inside);
}

/** @throws InputError if this is something else than a run of `createRun` */
export function insideOf(run: Run): Inside {
  const inside = insides.get(run);
  if (inside === undefined) throw new InputError([`run must come from createRun, got ${formatValue(run)}`]);
  return inside;
}

/**
 * Advances a run.
 *
 * @param ticks how many; 1 if left out
 * @throws InputError if it isn't a whole number of 0 or more
 */
export function advance(run: Run, ticks = 1): void {
  const inside = insideOf(run);
  const until = tickOf(inside.run) + checkTicks(ticks);
  while (tickOf(inside.run) < until) {
    inside.collector.collect();
    step(inside.run);
  }
}

/** @throws InputError if it isn't a whole number of 0 or more */
export function checkTicks(ticks: number): number {
  if (!Number.isSafeInteger(ticks) || ticks < 0)
    throw new InputError([`ticks must be a whole number, 0 or more, got ${formatValue(ticks)}`]);
  return ticks;
}

/**
 * Changes a run from outside at the start of its next tick. The change is added to the run's interventions, so the run can be repeated.
 *
 * @throws InputError with every fault; nothing has changed then
 */
export function intervene(run: Run, change: Change): void {
  changeRun(insideOf(run).run, change as Readonly<Record<string, unknown>>);
}

/** 16 hexadecimal digits: equal for two runs only if every number of their states is equal. */
export function stateHash(run: Run): string {
  return hashState(insideOf(run).run);
}

/**
 * Everything needed to repeat a run, as plain data: the content of a `run.json`, for `weakties run --config`. It names no files, so a
 * run with people from files needs these files as well.
 */
export function runRecord(run: Run): Readonly<Record<string, unknown>> {
  const { run: inner, every } = insideOf(run);
  return recordOf(inner, { every });
}
