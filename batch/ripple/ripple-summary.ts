import { formatNumber, turnKindNames } from "../../sim/index.ts";
import type { FinishedRipple, RipplePlan } from "../../study/ripple/measure-ripples.ts";
import { farthest, overAfter, reachedAgents } from "../../study/ripple/ripple-tables.ts";
import { countThings } from "../text/amounts.ts";
import { alignColumns } from "../text/columns.ts";

/** The weeks at which a summary of many ripples looks. */
const comparedWeeks = [1, 4, 13, 52] as const;

/** What a summary keeps of a ripple. */
type Kept = ReturnType<typeof keepOf>;

function keepOf(ripple: FinishedRipple) {
  const { weeks } = ripple;
  return {
    arm: ripple.arm,
    tie: ripple.before.tie,
    noticed: comparedWeeks.map((week) => weeks[week - 1]?.noticedCount ?? 0),
    atEnd: weeks.at(-1)?.noticedCount ?? 0,
    distance: farthest(ripple),
    isOver: overAfter(ripple) !== undefined,
  };
}

/** Adds up the ripples of a command for a person. */
export class RippleSummary {
  readonly #kept: Kept[] = [];
  readonly #first: FinishedRipple[] = [];

  add(ripple: FinishedRipple): void {
    this.#kept.push(keepOf(ripple));
    if (ripple.of.event === 1) this.#first.push(ripple);
  }

  /** One event week by week, or many events by tie and arm. */
  text({ least, weeks }: Pick<RipplePlan, "least" | "weeks">): string {
    const events = this.#kept.length / Math.max(1, new Set(this.#kept.map(({ arm }) => arm)).size);
    return events === 1 ? this.#first.map((ripple) => describeRipple(ripple, least)).join("\n\n") : this.#byTie(least, weeks);
  }

  #byTie(least: number, weeks: number): string {
    const compared = comparedWeeks.filter((week) => week < weeks);
    const rows = [["tie", "world", "ripples", ...compared.map((week) => `week ${week}`), "end", "distance", "over"]];
    for (const tie of ["strong", "weak", "faded", "none"] as const)
      for (const arm of new Set(this.#kept.map((one) => one.arm))) {
        const these = this.#kept.filter((one) => one.tie === tie && one.arm === arm);
        if (these.length === 0) continue;
        const median = (pick: (one: Kept) => number) => formatNumber(medianOf(these.map(pick)));
        rows.push([
          tie,
          arm.replaceAll("_", " "),
          formatNumber(these.length),
          ...compared.map((_, at) => median(({ noticed }) => noticed[at] ?? 0)),
          median(({ atEnd }) => atEnd),
          median(({ distance }) => distance),
          formatNumber(these.filter(({ isOver }) => isOver).length),
        ]);
      }
    return [
      alignColumns(rows),
      "",
      "tie: that of the two before the event. Weeks, end and distance are medians over the ripples.",
      `week 1 to end: agents whose trust in someone differs by ${least} or more, or who know someone in one world only.`,
      "distance: how many ties away such agents were, at most. over: ripples after which nothing differs any more.",
    ].join("\n");
  }
}

/** The weeks that a summary of one ripple shows. */
const shownWeeks = [1, 2, 4, 8, 13, 26, 52, 104, 156];

function describeRipple(ripple: FinishedRipple, least: number): string {
  const { of, arm, before, weeks } = ripple;
  const kind = turnKindNames.find((name) => name in of.turn) ?? "event";
  const { outcome } = Object(Object(of.turn)[kind]) as { outcome: string };
  const tie = before.tie === "none" ? "no tie before" : `${before.tie} tie, strength ${before.strength.toFixed(2)}`;
  const rows = weeks
    .filter(({ week }) => shownWeeks.includes(week) || week === weeks.length)
    .map((week) => [
      formatNumber(week.week),
      ...[week.agentCount, week.noticedCount, week.beliefs, week.noticedBeliefs, week.gained, week.lost, week.distance].map(
        formatNumber,
      ),
      week.largest.toFixed(3),
    ]);
  const over = overAfter(ripple);
  const end =
    over === undefined
      ? `${countThings(reachedAgents(ripple), "agent")} reached; after ${countThings(weeks.length, "week")} the worlds still differ`
      : `${countThings(reachedAgents(ripple), "agent")} reached; after ${countThings(over, "week")} nothing differs any more`;
  return [
    `tick ${formatNumber(of.turn.tick)}, ${kind} of agents ${of.sources.join(" and ")}, now ${outcome} (${tie}); ${arm.replaceAll("_", " ")}`,
    "",
    alignColumns([["week", "agents", "noticed", "beliefs", "noticed", "gained", "lost", "distance", "largest"], ...rows]),
    "",
    end,
    ...spreaders(ripple),
    `noticed: trust shares that differ by ${least} or more, and the agents who have them`,
  ].join("\n");
}

/** Through whom a ripple spread: the agents who brought it to the most others. */
function spreaders({ weeks }: FinishedRipple): string[] {
  const counts = new Map<number, number>();
  for (const { reached } of weeks) for (const { via } of reached) if (via >= 0) counts.set(via, (counts.get(via) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 5);
  return most.length === 0 ? [] : [`spread through: ${most.map(([agent, others]) => `agent ${agent} to ${others}`).join(", ")}`];
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}
