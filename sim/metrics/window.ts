import { eventKinds } from "../population/event-log.ts";
import type { WeakTies } from "./network/conversion.ts";

/** Ticks that rates look back on, and ticks in a year. */
export const WINDOW_TICKS = 52;

/** What happened over the last ticks: what measures cannot read off a population. Filled by whoever keeps the history. */
export interface MeasureWindow {
  /** ticks that the window spans: WINDOW_TICKS, or fewer at the start of a run; 0 where nothing has happened yet */
  ticks: number;
  /** by kind, in the order of `eventKinds`: events in the window */
  readonly counts: Float64Array;
  /** by agent, length at least the agents ever made: items first received from others in the window */
  reach: Float64Array;
  /** by agent: gains less losses from promises relied on, in the window */
  payoff: Float64Array;
  /** by agent, as promiser: promises kept and broken in the window; for tables of agents */
  promisesKept: Float64Array;
  promisesBroken: Float64Array;
  /** the ties that were weak 52 ticks ago (network/conversion.ts); undefined where that was before the start */
  weak52: WeakTies | undefined;
  /** the same of 156 ticks ago */
  weak156: WeakTies | undefined;
}

/** A window that spans nothing, with room for as many agents. */
export function createMeasureWindow(agents: number): MeasureWindow {
  return {
    ticks: 0,
    counts: new Float64Array(eventKinds.length),
    reach: new Float64Array(agents),
    payoff: new Float64Array(agents),
    promisesKept: new Float64Array(agents),
    promisesBroken: new Float64Array(agents),
    weak52: undefined,
    weak156: undefined,
  };
}
