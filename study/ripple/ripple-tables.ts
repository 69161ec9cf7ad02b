import type { Cell, Row, TurningIntervention } from "../../sim/index.ts";
import { turnKindNames } from "../../sim/index.ts";
import type { FinishedRipple } from "./measure-ripples.ts";

/** ripples.csv: a row for each event and arm. */
// biome-ignore format: a table
export const rippleColumns = [
  "event", "arm", "tick", "kind", "outcome", "one", "other", "third", "made", "tie", "strength", "trust_share", "weeks", "agents",
  "most_noticed", "noticed", "beliefs", "noticed_beliefs", "gained", "lost", "stronger", "weaker", "distance", "largest", "over_after",
] as const;

/** ripple-weeks.csv: a row for each event, arm and week. */
// biome-ignore format: a table
export const rippleWeekColumns = [
  "event", "arm", "week", "tick", "agents", "new_agents", "noticed", "beliefs", "noticed_beliefs", "gained", "lost", "stronger", "weaker",
  "distance", "largest",
] as const;

/** ripple-agents.csv: a row for each event, arm and agent that the ripple reached. */
export const rippleAgentColumns = ["event", "arm", "agent", "week", "distance", "via"] as const;

export function rippleRow(ripple: FinishedRipple): Row {
  const { of, arm, before, weeks } = ripple;
  const last = weeks.at(-1);
  return [
    of.event,
    arm,
    of.turn.tick,
    ...eventCells(of.turn, of.sources),
    before.tie,
    before.strength,
    before.trust,
    weeks.length,
    reachedAgents(ripple),
    mostNoticed(ripple),
    last?.noticedCount,
    last?.beliefs,
    last?.noticedBeliefs,
    last?.gained,
    last?.lost,
    last?.stronger,
    last?.weaker,
    farthest(ripple),
    last?.largest,
    overAfter(ripple),
  ];
}

export function* rippleWeekRows({ of, arm, weeks }: FinishedRipple): Generator<Row> {
  for (const week of weeks)
    yield [
      of.event,
      arm,
      week.week,
      week.tick,
      week.agentCount,
      week.reached.length,
      week.noticedCount,
      week.beliefs,
      week.noticedBeliefs,
      week.gained,
      week.lost,
      week.stronger,
      week.weaker,
      week.distance,
      week.largest,
    ];
}

export function* rippleAgentRows({ of, arm, weeks }: FinishedRipple): Generator<Row> {
  for (const { reached } of weeks)
    for (const { agent, week, distance, via } of reached)
      yield [of.event, arm, agent, week, distance < 0 ? undefined : distance, via < 0 ? undefined : via];
}

/** Agents in whom anything differed at the end of some week. */
export function reachedAgents({ weeks }: FinishedRipple): number {
  return weeks.reduce((sum, { reached }) => sum + reached.length, 0);
}

/** The most agents that differed noticeably at the end of one week. */
function mostNoticed({ weeks }: FinishedRipple): number {
  return Math.max(0, ...weeks.map(({ noticedCount }) => noticedCount));
}

/** The largest distance at which a ripple was noticeable in some week. */
export function farthest({ weeks }: FinishedRipple): number {
  return Math.max(0, ...weeks.map(({ distance }) => distance));
}

/** The week after which nothing differs; undefined if something still does at the end. */
export function overAfter({ weeks }: FinishedRipple): number | undefined {
  const last = weeks.at(-1);
  return last !== undefined && last.agentCount === 0 ? last.week - 1 : undefined;
}

/** Kind, outcome, the agents by number, and when a promise was made. */
function eventCells(turn: TurningIntervention, sources: readonly number[]): Cell[] {
  const kind = turnKindNames.find((name) => name in turn) ?? "promise";
  const { outcome, made } = Object(Object(turn)[kind]) as { outcome: string; made?: number };
  return [kind, outcome, sources[0], sources[1], sources[2], made];
}
