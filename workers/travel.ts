import { type AgentsMeasured, advance, type MeasureWindow, tickOf } from "../sim/index.ts";
import type { Clock } from "./pace.ts";
import type { Running } from "./settler.ts";

/** A run with what was measured last. */
export interface Measured extends Running {
  /** what agents did in the last year */
  lastYear?: MeasureWindow;
  measured?: AgentsMeasured;
}

/** Measures a run at its tick. Returns the row of network measures, in a buffer that is reused; undefined if the tick isn't measured. */
export function measure(running: Measured): Float64Array | undefined {
  const { run, collector } = running;
  const row = collector.collect();
  if (row === undefined) return undefined;
  const { population } = run;
  running.lastYear = collector.window();
  running.measured = {
    tick: population.tick,
    trustReceived: collector.workspace.incoming.share.slice(0, population.agents.count),
    reach: running.lastYear.reach,
  };
  return row;
}

/** A run on its way to a tick, in slices. */
export interface Travel {
  readonly running: Measured;
  /** @returns how many ticks are left */
  advance(milliseconds: number): number;
  /** called once, on arrival */
  arrive(): void;
}

/** What a travel calls. */
export interface TravelCallbacks {
  readonly beforeTick?: () => void;
  /** called with each measured tick */
  readonly onRow?: (row: Float64Array) => void;
  readonly arrive: () => void;
}

/** @param isMeasured whether the run has been measured at the tick where it is */
export function createTravel(
  { now }: Pick<Clock, "now">,
  running: Measured,
  to: number,
  isMeasured: boolean,
  { beforeTick, onRow, arrive }: TravelCallbacks,
): Travel {
  let hasBegun = isMeasured;

  function take(): void {
    const row = measure(running);
    if (row !== undefined) onRow?.(row);
  }

  return {
    running,
    arrive,
    advance(milliseconds) {
      const began = now();
      if (!hasBegun) take();
      hasBegun = true;
      while (tickOf(running.run) < to) {
        beforeTick?.();
        advance(running.run);
        take();
        if (now() - began > milliseconds) break;
      }
      return to - tickOf(running.run);
    },
  };
}
