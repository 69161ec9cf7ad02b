import type { FollowedRipple } from "../../workers/ripple-messages.ts";

/** A ripple at the end of one week, as the picture shows it. */
export interface RippleOnShow {
  /** the week on show; the week of the event is week 1 */
  readonly week: number;
  /** the last week in which the ripple reached anyone */
  readonly lastReached: number;
  /** by agent: the week in which the ripple reached it; 0 if it never did */
  readonly since: Uint16Array;
  /** by agent: whom it met that the ripple had reached before; −1 if nobody is known */
  readonly via: Int32Array;
  /** by agent: 1 if it differs noticeably at the end of the week on show */
  readonly noticed: Uint8Array;
  /** the agents of the event */
  readonly sources: readonly number[];
}

/** Whom a ripple reached when, and through whom. */
export type Spread = Pick<RippleOnShow, "since" | "via" | "lastReached">;

export function spreadOf({ weeks, agents }: FollowedRipple): Spread {
  const since = new Uint16Array(agents);
  const via = new Int32Array(agents).fill(-1);
  let lastReached = 1;
  for (const { reached, week } of weeks)
    for (const { agent, via: from } of reached) {
      since[agent] = week;
      via[agent] = from;
      lastReached = week;
    }
  return { since, via, lastReached };
}

/** A week of a ripple for the picture. */
export function showWeek(
  { noticed, agents }: FollowedRipple,
  spread: Spread,
  sources: readonly number[],
  week: number,
): RippleOnShow {
  return { ...spread, sources, week, noticed: noticed.subarray((week - 1) * agents, week * agents) };
}
