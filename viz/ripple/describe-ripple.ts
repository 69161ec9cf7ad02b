import type { TurningIntervention } from "../../workers/messages.ts";
import type { FollowedRipple, FollowedWeek, TieDifference, TrustDifference } from "../../workers/ripple-messages.ts";
import { countOf } from "../text/format-number.ts";

type NameOf = (agent: number) => string;

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

/** How much one person trusts another in the two worlds: `Person 7 trusts Person 41 more: 2.3 → 2.6`. */
export function describeTrust({ believer, about, before, after, change }: TrustDifference, nameOf: NameOf): string {
  const [from, to] = formatPair(before, after, 1);
  return `${nameOf(believer)} trusts ${nameOf(about)} ${change > 0 ? "more" : "less"}: ${from} → ${to}`;
}

/** A tie in the two worlds. */
export function describeTie({ lower, upper, before, after }: TieDifference, nameOf: NameOf): string {
  const pair = `${nameOf(lower)} and ${nameOf(upper)}`;
  if (before === 0) return `${pair}: a tie that would not be, strength ${after.toFixed(2)}`;
  if (after === 0) return `${pair}: no tie, instead of one of strength ${before.toFixed(2)}`;
  const [from, to] = formatPair(before, after, 2);
  return `${pair}: tie ${after > before ? "stronger" : "weaker"}, ${from} → ${to}`;
}

/** Two numbers with as many digits as they need to differ. */
function formatPair(one: number, other: number, digits: number): [string, string] {
  const pair: [string, string] = [one.toFixed(digits), other.toFixed(digits)];
  return pair[0] === pair[1] && digits < 4 ? formatPair(one, other, digits + 1) : pair;
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
