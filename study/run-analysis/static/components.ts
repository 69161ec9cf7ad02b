import type { Ties } from "../network.ts";
import { DisjointSets } from "./disjoint-sets.ts";

/** The connected parts of a network. */
export interface Components {
  /** number of components with two agents or more */
  readonly count: number;
  /** agents in the largest component */
  readonly size: number;
  /** the same as a share of all; NaN without agents */
  readonly largest: number;
}

/**
 * Counts components: sets of agents that ties of a kind connect. An agent without ties is not one.
 *
 * @param lower by tie: its lower agent
 * @param own the numbers of the ties of the kind
 * @param present number of agents present
 * @see Wasserman and Faust 1994, Social Network Analysis, section 4.2
 */
export function components(ties: Ties, lower: Uint32Array, own: Uint32Array, present: number): Components {
  const sets = new DisjointSets(ties.agents);
  for (let at = 0; at < own.length; at++) {
    const tie = own[at] ?? 0;
    sets.join(lower[tie] ?? 0, ties.contacts[tie] ?? 0);
  }
  let count = 0;
  let largest = present > 0 ? 1 : 0;
  for (let agent = 0; agent < ties.agents; agent++) {
    if (sets.find(agent) !== agent || sets.sizeOf(agent) < 2) continue;
    count++;
    largest = Math.max(largest, sets.sizeOf(agent));
  }
  return { count, size: largest, largest: largest / present };
}
