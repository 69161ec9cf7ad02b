import type { Differences, PastEvent, RippleWeek, TurningIntervention } from "../sim/index.ts";
import type { Start } from "./messages.ts";

export type { Differences, PastEvent, RippleWeek } from "../sim/index.ts";

/** Whose events are listed: those between two agents, or those of one. */
export type Whose = { readonly lower: number; readonly upper: number } | { readonly agent: number };

/** A week of a ripple, and where the two worlds differ most at its end. */
export interface FollowedWeek extends RippleWeek {
  readonly differences: Differences;
}

/** A ripple that has been followed. */
export interface FollowedRipple {
  readonly event: TurningIntervention;
  /** true if there was no such event; there are no weeks then */
  readonly isMissing: boolean;
  /** agents in the world */
  readonly agents: number;
  /** in order; after a week in which nothing differs any more, there are no others */
  readonly weeks: readonly FollowedWeek[];
  /** by week, and in it by agent: 1 if it differs noticeably at the end of that week */
  readonly noticed: Uint8Array;
}

/** How far a ripple is followed. */
export interface RipplePlan {
  /** the tick of the event is week 1 */
  readonly weeks: number;
  /** the difference of a trust share or a strength that counts as noticeable */
  readonly least: number;
}

/** Called now and then with how much of the work is done, 0 to 1. */
export type OnShareDone = (share: number) => void;

/** Commands to the worker that turns events. A new command makes an older one fail. */
export interface RippleCommands {
  /** Replays a run, and lists its events that can be turned, newest first: at most some hundreds. */
  events(start: Start, ticks: number, whose: Whose, onShareDone: OnShareDone): Promise<readonly PastEvent[]>;
  /** Turns one event of a run, and follows the ripple. @throws InputError if the intervention is faulty */
  follow(start: Start, event: TurningIntervention, plan: RipplePlan, onShareDone: OnShareDone): Promise<FollowedRipple>;
  /** makes the current command fail */
  cancel(): void;
}
