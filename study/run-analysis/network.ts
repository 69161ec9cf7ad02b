import type { ActiveTies } from "../../sim/index.ts";

/** Which ties are looked at: all of them, those within circles, or those between circles. */
export const tieKinds = ["all", "within", "across"] as const;
export type TieKind = (typeof tieKinds)[number];

/** The columns of the active ties that an analysis reads: each tie once, under its agent with the lower index. */
export type Ties = Pick<ActiveTies, "agents" | "count" | "start" | "contacts" | "strength" | "degree">;

/** The active network of a run at one tick. */
export interface Network {
  readonly tick: number;
  /** by agent: 1 if present */
  readonly present: Uint8Array;
  /** by agent */
  readonly circle: Uint32Array;
  /** by agent: status and expertise, 0 to 1 */
  readonly status: Float64Array;
  readonly expertise: Float64Array;
  /** a tie of this strength or more is strong */
  readonly strongFrom: number;
  readonly ties: Ties;
}

/** By tie: the agent with the lower index. */
export function lowerAgents({ agents, count, start }: Ties): Uint32Array {
  const lower = new Uint32Array(count);
  for (let agent = 0; agent < agents; agent++) lower.fill(agent, start[agent], start[agent + 1]);
  return lower;
}

/** The ties of one kind in a network. */
export interface ChosenTies {
  /** by tie of the network: 1 if it is of the kind */
  readonly isOfKind: Uint8Array;
  /** the numbers of the ties of the kind, ascending */
  readonly numbers: Uint32Array;
  /** by agent: how many ties of the kind it has */
  readonly degree: Uint32Array;
}

/** @param lower by tie: its lower agent */
export function chooseTies({ ties, circle }: Pick<Network, "ties" | "circle">, lower: Uint32Array, kind: TieKind): ChosenTies {
  const isOfKind = new Uint8Array(ties.count);
  const numbers = new Uint32Array(ties.count);
  const degree = new Uint32Array(ties.agents);
  let count = 0;
  for (let tie = 0; tie < ties.count; tie++) {
    const one = lower[tie] ?? 0;
    const other = ties.contacts[tie] ?? 0;
    if (kind !== "all" && (circle[one] === circle[other]) !== (kind === "within")) continue;
    isOfKind[tie] = 1;
    numbers[count++] = tie;
    degree[one] = (degree[one] ?? 0) + 1;
    degree[other] = (degree[other] ?? 0) + 1;
  }
  return { isOfKind, numbers: numbers.subarray(0, count), degree };
}

/**
 * Ties in their order, from ends in any order.
 *
 * @param one by tie: one of its agents; no two ties have the same two
 */
export function tiesOfEnds(agents: number, one: Uint32Array, other: Uint32Array, strength: Float64Array): Ties {
  const count = one.length;
  const lower = new Uint32Array(count);
  const upper = new Uint32Array(count);
  const numbers = new Uint32Array(count);
  for (let tie = 0; tie < count; tie++) {
    lower[tie] = Math.min(one[tie] ?? 0, other[tie] ?? 0);
    upper[tie] = Math.max(one[tie] ?? 0, other[tie] ?? 0);
    numbers[tie] = tie;
  }
  // Two stable counting sorts: by the upper agent, then by the lower one.
  const byUpper = sortByAgent(agents, numbers, upper);
  const { order, start } = sortByAgent(agents, byUpper.order, lower);
  const contacts = new Uint32Array(count);
  const ordered = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const tie = order[at] ?? 0;
    contacts[at] = upper[tie] ?? 0;
    ordered[at] = strength[tie] ?? 0;
  }
  const degree = new Uint32Array(agents);
  const tiesIn = (starts: Uint32Array, agent: number) => (starts[agent + 1] ?? 0) - (starts[agent] ?? 0);
  for (let agent = 0; agent < agents; agent++) degree[agent] = tiesIn(start, agent) + tiesIn(byUpper.start, agent);
  return { agents, count, start, contacts, strength: ordered, degree };
}

/** Sorts ties by one of their agents: a stable counting sort. Those of an agent are at `start[agent]` to `start[agent + 1] − 1`. */
function sortByAgent(agents: number, ties: Uint32Array, agentOf: Uint32Array): { order: Uint32Array; start: Uint32Array } {
  const start = new Uint32Array(agents + 1);
  for (let tie = 0; tie < agentOf.length; tie++) {
    const after = (agentOf[tie] ?? 0) + 1;
    start[after] = (start[after] ?? 0) + 1;
  }
  for (let agent = 0; agent < agents; agent++) start[agent + 1] = (start[agent + 1] ?? 0) + (start[agent] ?? 0);
  const next = start.slice();
  const order = new Uint32Array(ties.length);
  for (let at = 0; at < ties.length; at++) {
    const tie = ties[at] ?? 0;
    const agent = agentOf[tie] ?? 0;
    const to = next[agent] ?? 0;
    next[agent] = to + 1;
    order[to] = tie;
  }
  return { order, start };
}

/** The contacts of each agent, each tie from both of its ends: those of an agent are `start[agent]` to `start[agent + 1] − 1`. */
export interface Neighbors {
  readonly start: Uint32Array;
  readonly others: Uint32Array;
  /** the number of the tie */
  readonly tie: Uint32Array;
}

/**
 * @param lower by tie: its lower agent
 */
export function neighborsOf(
  { agents, contacts }: Ties,
  lower: Uint32Array,
  { numbers, degree }: Pick<ChosenTies, "numbers" | "degree">,
): Neighbors {
  const start = new Uint32Array(agents + 1);
  for (let agent = 0; agent < agents; agent++) start[agent + 1] = (start[agent] ?? 0) + (degree[agent] ?? 0);
  const next = start.slice();
  const others = new Uint32Array(2 * numbers.length);
  const ties = new Uint32Array(2 * numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const tie = numbers[at] ?? 0;
    const one = lower[tie] ?? 0;
    const other = contacts[tie] ?? 0;
    const here = next[one] ?? 0;
    const there = next[other] ?? 0;
    next[one] = here + 1;
    next[other] = there + 1;
    others[here] = other;
    others[there] = one;
    ties[here] = tie;
    ties[there] = tie;
  }
  return { start, others, tie: ties };
}
