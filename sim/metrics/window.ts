import { eventKinds } from "../population/event-log.ts";
import type { WeakTies } from "./network/conversion.ts";

/** How many ticks rates look back: a year. */
export const WINDOW_TICKS = 52;

/** What happened over the last ticks, which a population itself doesn't record. The collector fills it (run/collect.ts). */
export interface MeasureWindow {
  /** number of ticks in the window: WINDOW_TICKS, or fewer at the start of a run; 0 before the first tick */
  ticks: number;
  /** by kind, in the order of `eventKinds`: events in the window */
  readonly counts: Float64Array;
  /** by agent: items of news first received from others in the window; one entry for each agent created so far */
  reach: Float64Array;
  /** by agent: gains minus losses in the window from promises that it relied on */
  payoff: Float64Array;
  /** by agent, as promiser: promises kept in the window */
  promisesKept: Float64Array;
  /** by agent, as promiser: promises broken in the window */
  promisesBroken: Float64Array;
  /** the ties that were weak 52 ticks ago (network/conversion.ts); undefined if that was before the start */
  weak52: WeakTies | undefined;
  /** the ties that were weak 156 ticks ago; undefined if that was before the start */
  weak156: WeakTies | undefined;
}

/** Creates an empty window with room for some agents. */
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
