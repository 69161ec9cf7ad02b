import { packFork, tickOf } from "../sim/index.ts";
import type { Fork } from "./messages.ts";
import type { Running } from "./settler.ts";

/** Worlds of up to this many agents can run twice. The state of larger ones takes too much memory. */
export const MOST_TWICE = 20_000;

type Interventions = Running["planned"];

/** Keeps the state of a run at the last tick before it differs from what was planned, so that another engine can continue as planned. */
export interface ForkPoint {
  /** another run takes the place of the old one */
  begin(running: Running): void;
  /** the interventions of the run have changed */
  lookAgain(): void;
  /** called before each tick. @returns the state, before the first tick that can differ */
  beforeTick(): Fork | undefined;
  /** forks the run at its tick, whatever follows. @returns the state there */
  forkNow(): Fork | undefined;
  /** one for a copy of the run with other interventions, which shares its past up to a tick */
  until(tick: number, copy: Running): ForkPoint;
}

/** @param forkedAt the tick at which the run has forked; Infinity if it hasn't */
export function createForkPoint(running?: Running, forkedAt = Number.POSITIVE_INFINITY): ForkPoint {
  /** the first tick that can differ; Infinity if none can */
  let first = Number.POSITIVE_INFINITY;
  lookAgain();

  function lookAgain(): void {
    first = running === undefined ? Number.POSITIVE_INFINITY : firstDifference(running.run.interventions, running.planned);
  }

  function forkNow(): Fork | undefined {
    if (running === undefined) return undefined;
    const { run, planned, collector } = running;
    const tick = tickOf(run);
    forkedAt = tick;
    if (run.population.agents.count > MOST_TWICE) return { tick };
    // Until this tick, the interventions that have acted are the planned ones.
    return { tick, state: packFork({ ...run, interventions: [...planned] }, collector) };
  }

  return {
    begin(next) {
      running = next;
      forkedAt = Number.POSITIVE_INFINITY;
      lookAgain();
    },
    lookAgain,
    beforeTick() {
      if (forkedAt < Number.POSITIVE_INFINITY || running === undefined || first > tickOf(running.run) + 1) return undefined;
      return forkNow();
    },
    forkNow,
    until: (tick, copy) => createForkPoint(copy, forkedAt < tick ? forkedAt : Number.POSITIVE_INFINITY),
  };
}

/** The first tick at which one list of interventions acts otherwise than the other; Infinity if they are the same. */
export function firstDifference(one: Interventions, other: Interventions): number {
  const longest = Math.max(one.length, other.length);
  for (let at = 0; at < longest; at++) {
    const [mine, theirs] = [one[at], other[at]];
    if (mine !== theirs && JSON.stringify(mine) !== JSON.stringify(theirs))
      return Math.min(mine?.tick ?? Number.POSITIVE_INFINITY, theirs?.tick ?? Number.POSITIVE_INFINITY);
  }
  return Number.POSITIVE_INFINITY;
}
