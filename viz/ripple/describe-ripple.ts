import type { TurningIntervention } from "../../workers/messages.ts";
import type { FollowedRipple, FollowedWeek } from "../../workers/ripple-messages.ts";
import { countOf } from "../text/format-number.ts";

/** What came of a ripple, in a sentence or two. */
export function describeOutcome({ weeks }: FollowedRipple): string {
  const last = weeks.at(-1);
  if (last === undefined) return "";
  const reached = weeks.reduce((sum, week) => sum + week.reached.length, 0);
  if (last.agentCount === 0)
    return `It reached ${countOf(reached, "person", "people")}, and died out: after ${countOf(last.week - 1, "week")} nothing differs any more.`;
  return `After ${countOf(last.week, "week")}, it has reached ${countOf(reached, "person", "people")}. ${countOf(last.noticedCount, "person differs", "people differ")} noticeably.`;
}

/** The share of all people whom a ripple has reached in the week that is shown first. */
const TELLING = 0.15;

/** The week to show first: the ripple has left its people, and its ways can still be told apart. */
export function findTellingWeek({ weeks, agents }: FollowedRipple): number {
  let reached = 0;
  for (const one of weeks) {
    reached += one.reached.length;
    if (reached >= TELLING * agents) return one.week;
  }
  return weeks.length;
}

/** How far a ripple has got at the end of a week. */
export function describeDistance({ distance }: FollowedWeek): string {
  return distance === 0 ? "noticed only by the people of the event" : `noticed up to ${countOf(distance, "step")} away`;
}

/** The people who brought a ripple to the most others, up to a week. */
export function findSpreaders({ weeks }: FollowedRipple, week: number): { readonly agent: number; readonly others: number }[] {
  const counts = new Map<number, number>();
  for (const { reached } of weeks.slice(0, week))
    for (const { via } of reached) if (via >= 0) counts.set(via, (counts.get(via) ?? 0) + 1);
  return [...counts]
    .map(([agent, others]) => ({ agent, others }))
    .sort((a, b) => b.others - a.others || a.agent - b.agent)
    .slice(0, 5);
}

/** The event as `weakties ripple` takes it. */
export function eventAsFlag(event: TurningIntervention): string {
  const write = (value: unknown): string =>
    typeof value === "object" && value !== null
      ? `{${Object.entries(value)
          .map(([key, one]) => `${key}: ${write(one)}`)
          .join(", ")}}`
      : String(value);
  return write(event);
}
