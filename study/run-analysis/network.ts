import { type ActiveTies, createActiveTies } from "../../sim/index.ts";
import { itemAt } from "../item-at.ts";

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

/**
 * By tie: 1 if it is of the kind.
 *
 * @param lower by tie: its lower agent
 */
export function markKind({ ties, circle }: Pick<Network, "ties" | "circle">, lower: Uint32Array, kind: TieKind): Uint8Array {
  const marks = new Uint8Array(ties.count);
  for (let tie = 0; tie < ties.count; tie++) {
    const isWithin = circle[lower[tie] ?? 0] === circle[ties.contacts[tie] ?? 0];
    marks[tie] = +(kind === "all" || isWithin === (kind === "within"));
  }
  return marks;
}

/** The network that some ties form, with all agents. */
export function keepTies(ties: Ties, isKept: Uint8Array): Ties {
  const { agents, start, contacts, strength } = ties;
  const kept = {
    agents,
    count: 0,
    start: new Uint32Array(agents + 1),
    contacts: new Uint32Array(ties.count),
    strength: new Float64Array(ties.count),
    degree: new Uint32Array(agents),
  };
  for (let agent = 0; agent < agents; agent++) {
    for (let tie = start[agent] ?? 0; tie < (start[agent + 1] ?? 0); tie++) {
      if (isKept[tie] !== 1) continue;
      const contact = contacts[tie] ?? 0;
      kept.contacts[kept.count] = contact;
      kept.strength[kept.count++] = strength[tie] ?? 0;
      kept.degree[agent] = (kept.degree[agent] ?? 0) + 1;
      kept.degree[contact] = (kept.degree[contact] ?? 0) + 1;
    }
    kept.start[agent + 1] = kept.count;
  }
  return { ...kept, contacts: kept.contacts.subarray(0, kept.count), strength: kept.strength.subarray(0, kept.count) };
}

/** @param list lower agent, upper agent and strength of each tie, ascending by both agents */
export function tiesOf(agents: number, list: readonly (readonly [lower: number, upper: number, strength: number])[]): Ties {
  const count = list.length;
  const ties: ActiveTies = {
    ...createActiveTies(),
    agents,
    count,
    start: new Uint32Array(agents + 1),
    contacts: new Uint32Array(count),
    strength: new Float64Array(count),
    degree: new Uint32Array(agents),
  };
  for (const [tie, [lower, upper, strength]] of list.entries()) {
    ties.start[lower + 1] = tie + 1;
    ties.contacts[tie] = upper;
    ties.strength[tie] = strength;
    ties.degree[lower] = (ties.degree[lower] ?? 0) + 1;
    ties.degree[upper] = (ties.degree[upper] ?? 0) + 1;
  }
  for (let agent = 1; agent <= agents; agent++)
    ties.start[agent] = Math.max(itemAt(ties.start, agent), itemAt(ties.start, agent - 1));
  return ties;
}

/** The contacts of each agent, each tie from both of its ends: those of an agent are `start[agent]` to `start[agent + 1] − 1`. */
export interface Neighbors {
  readonly start: Uint32Array;
  readonly others: Uint32Array;
  /** the number of the tie */
  readonly tie: Uint32Array;
}

export function neighborsOf({ agents, count, start, contacts, degree }: Ties): Neighbors {
  const ends = new Uint32Array(agents + 1);
  for (let agent = 0; agent < agents; agent++) ends[agent + 1] = (ends[agent] ?? 0) + (degree[agent] ?? 0);
  const next = ends.slice();
  const others = new Uint32Array(2 * count);
  const tie = new Uint32Array(2 * count);
  const add = (agent: number, other: number, number: number) => {
    const at = next[agent] ?? 0;
    next[agent] = at + 1;
    others[at] = other;
    tie[at] = number;
  };
  for (let agent = 0; agent < agents; agent++)
    for (let at = start[agent] ?? 0; at < (start[agent + 1] ?? 0); at++) {
      const contact = contacts[at] ?? 0;
      add(agent, contact, at);
      add(contact, agent, at);
    }
  return { start: ends, others, tie };
}
