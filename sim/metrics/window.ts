import { eventKinds } from "../population/event-log.ts";
import type { RecentContacts } from "./contact/recent-contacts.ts";
import type { TieLives } from "./contact/tie-lives.ts";
import type { PastTies } from "./network/past-ties.ts";

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
  /** the active ties 52 ticks ago (network/past-ties.ts); undefined if that was before the start */
  past52: PastTies | undefined;
  /** the active ties 156 ticks ago; undefined if that was before the start */
  past156: PastTies | undefined;
  /** encounters of the last four ticks (contact/recent-contacts.ts); undefined if nobody recorded them */
  recent: RecentContacts | undefined;
  /** encounters of ties that began lately (contact/tie-lives.ts); undefined if nobody recorded them */
  lives: TieLives | undefined;
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
    past52: undefined,
    past156: undefined,
    recent: undefined,
    lives: undefined,
  };
}
