import {
  burnInHash,
  type Collector,
  createCollector,
  InputError,
  type Intervention,
  packWorld,
  plainParameters,
  type Run,
  SERIES_INTERVAL,
  type SettledWorld,
  settle,
  tickOf,
  unpackFork,
  unpackWorld,
  worldKey,
} from "../sim/index.ts";
import type { Settling, Start } from "./messages.ts";
import type { Clock } from "./pace.ts";

/** Runs of up to this many agents are measured at every tick, larger ones once a quarter, as on the command line. */
const MEASURED_EVERY_TICK = 2000;

/** Settled worlds to keep, for runs that start again. */
const MOST_WORLDS = 3;

/** Ticks between two looks at the clock. */
const CHUNK = 4;

/** A run with what it was started from and what measures it. */
export interface Running {
  readonly run: Run;
  readonly start: Start;
  /** the interventions of the same world without changes by hand */
  readonly planned: readonly Intervention[];
  readonly collector: Collector;
  /** the state that the run continues, if it was forked from another one */
  readonly forked?: Uint8Array;
}

/** Lets runs settle before they begin. */
export interface Settler {
  /** Begins a run at once, or when it has settled. Another run that was settling is given up. */
  start(begun: Omit<Running, "collector">): void;
  settling(): Settling | undefined;
  takeWorld(world: Uint8Array): boolean;
  settle(milliseconds: number): number;
  stop(): void;
}

/** @param begin called with each run that has settled, at its tick 0 */
export function createSettler({ now }: Pick<Clock, "now">, begin: (running: Running) => void): Settler {
  let pending: (Running & Settling) | undefined;
  const worlds = new Map<string, Uint8Array>();

  function finish(running: Running, key: string, world: Uint8Array): void {
    pending = undefined;
    worlds.delete(key);
    worlds.set(key, world);
    for (const oldest of [...worlds.keys()].slice(0, -MOST_WORLDS)) worlds.delete(oldest);
    begin({ ...running, start: { ...running.start, world } });
  }

  function takeWorld(world: Uint8Array): boolean {
    if (pending === undefined) return false;
    const { start, planned, key } = pending;
    const opened = openKnownWorld(pending.run, world, measuredBy(pending.run));
    if (opened === undefined) return false;
    const { run, memory } = opened;
    const collector = createCollector(run.population, measuredBy(run), { settled: run.settled, memory });
    finish({ run, start, planned, collector }, key, world);
    return true;
  }

  return {
    start({ run, start, planned }) {
      pending = undefined;
      const collector = collectorOf(run);
      if (tickOf(run) >= 0) return begin({ run, start, planned, collector });
      const key = keyOf(run);
      pending = { run, start, planned, collector, key, ticks: run.settled };
      // People from files are not part of the key.
      const known = start.people === undefined ? (start.world ?? worlds.get(key)) : start.world;
      if (known !== undefined) takeWorld(known);
    },
    settling: () => pending && { key: pending.key, ticks: pending.ticks },
    takeWorld,
    settle(milliseconds) {
      if (pending === undefined) return Number.POSITIVE_INFINITY;
      const { run, collector, key, ticks } = pending;
      const began = now();
      do settle(run, collector, CHUNK);
      while (tickOf(run) < 0 && now() - began < milliseconds);
      if (tickOf(run) === 0) finish(pending, key, packWorld(run, collector, key));
      return ticks + Math.min(0, tickOf(run));
    },
    stop() {
      pending = undefined;
    },
  };
}

/** Continues a run where another engine forked it. */
export function continueFork(state: Uint8Array): Running {
  const { run, memory } = unpackFork(state);
  const { seed, settled, parameters, interventions } = run;
  const collector = createCollector(run.population, measuredBy(run), { settled, memory });
  return {
    run,
    start: { seed, settled, parameters: plainParameters(parameters), interventions },
    planned: interventions,
    collector,
    forked: state,
  };
}

/**
 * Opens the settled world of a run that is at its start.
 *
 * @param isMeasured the ticks that will be measured
 * @returns the run at the end of its burn-in, with the interventions of the given one; undefined if the world is not known, damaged,
 *   another one, or lacks what measurements look back to
 */
export function openKnownWorld(
  asked: Run,
  world: Uint8Array | undefined,
  isMeasured: (tick: number) => boolean,
): SettledWorld | undefined {
  if (world === undefined || tickOf(asked) >= 0) return undefined;
  try {
    const opened = unpackWorld(world, keyOf(asked), isMeasured);
    // One at a time: a list can be longer than the arguments of a call.
    for (const intervention of asked.interventions) opened.run.interventions.push(intervention);
    return opened;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}

function keyOf(run: Run): string {
  return worldKey(burnInHash(run.parameters, run.settled, measuredBy(run)), run.seed);
}

function collectorOf(run: Run): Collector {
  return createCollector(run.population, measuredBy(run), { settled: run.settled });
}

/** The ticks that the page measures. */
export function measuredBy({ population }: Run): (tick: number) => boolean {
  const everyTick = population.agents.count <= MEASURED_EVERY_TICK;
  return (tick) => tick >= 0 && (everyTick || tick % SERIES_INTERVAL === 0);
}
